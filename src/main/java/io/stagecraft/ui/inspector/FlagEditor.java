package io.stagecraft.ui.inspector;

import atlantafx.base.controls.ToggleSwitch;

import io.stagecraft.catalog.FieldSpec;

/// `true` or `false`; what AWS takes anyway is not written down.
final class FlagEditor implements Editor {
    private final ToggleSwitch toggle = new ToggleSwitch();
    private final SettingsForm model;
    private final FieldSpec field;
    private boolean refreshing;

    FlagEditor(SettingsForm model, FieldSpec field) {
        this.model = model;
        this.field = field;
        toggle.selectedProperty()
                .subscribe((_, on) -> {
                    if (!refreshing) {
                        var text = String.valueOf(on);
                        model.set(field.key(), text.equals(usual()) ? "" : text);
                    }
                });
    }

    private String usual() {
        return field.defaultValue().orElse("");
    }

    @Override
    public ToggleSwitch node() {
        return toggle;
    }

    @Override
    public void refresh() {
        refreshing = true;
        var text = model.setting(field.key());
        toggle.setSelected((text.isEmpty() ? usual() : text).equals("true"));
        refreshing = false;
    }
}

package io.stagecraft.edit;

import io.stagecraft.model.Companion;
import io.stagecraft.model.CompanionRef;
import io.stagecraft.model.Design;
import io.stagecraft.model.EcrImage;

import java.util.ArrayList;

/// Puts a companion into the place of the one called `name`, or beside the others where there is none.
/// Where the new one has another name, all settings that point at the old one follow.
public record SetCompanion(String name, Companion companion) implements Edit {
    public SetCompanion(Companion companion) {
        this(companion.name(), companion);
    }

    @Override
    public String title() {
        return name.equals(companion.name())
                ? "Set " + name
                : "Rename " + name + " to " + companion.name();
    }

    @Override
    public String title(Design before) {
        return before.companion(name).isEmpty() ? "Add " + companion.name() : title();
    }

    @Override
    public Design apply(Design before) {
        var companions = new ArrayList<>(before.companions());
        var old = before.companion(name);
        if (old.isEmpty()) {
            companions.add(companion);
            return before.withCompanions(companions);
        }
        companions.set(companions.indexOf(old.get()), companion);
        companions.replaceAll(this::pulled);
        var after = before.withCompanions(companions);
        return name.equals(companion.name()) ? after : Rewrite.texts(after, this::pointed);
    }

    /// A build goes on pulling its image from the repository that it named.
    private Companion pulled(Companion other) {
        return other instanceof Companion.BuildProject p
                        && EcrImage.in(p.image()).orElse(null)
                                instanceof EcrImage.OfCompanion(var repository, var tag)
                        && repository.equals(name)
                ? p.withImage(CompanionRef.to(companion.name()) + tag)
                : other;
    }

    private String pointed(String text) {
        return text.equals(CompanionRef.to(name)) ? CompanionRef.to(companion.name()) : text;
    }
}

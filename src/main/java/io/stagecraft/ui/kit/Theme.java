package io.stagecraft.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;

/// How the window looks: light or dark. A scene changes from one to the other while it shows.
public enum Theme {
    LIGHT("tokens-light", new PrimerLight().getUserAgentStylesheet()),
    DARK("tokens-dark", new PrimerDark().getUserAgentStylesheet());

    private static final String ASSETS = "/io/stagecraft/assets/";

    /// One sheet for what all share, then one per panel.
    private static final List<String> SHEETS =
            List.of("base", "shell", "palette", "canvas", "inspector", "panels");

    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-Medium.otf",
                    "Inter-SemiBold.otf",
                    "Inter-Bold.otf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Bold.ttf");

    private final String tokens;
    private final String base;

    Theme(String tokens, String base) {
        this.tokens = tokens;
        this.base = base;
    }

    /// What the system prefers at the moment; light where it does not say.
    public static Theme ofSystem() {
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /// Keeps JavaFX from reading its own theme, too: every scene of ours is dressed in one of these. Called before the first
    /// control is made; without it all looks the same and comes up later.
    public static void only() {
        Application.setUserAgentStylesheet(sheet("none"));
    }

    /// Dresses a scene, and with it the menus and tooltips that open over it.
    public void dress(Scene scene) {
        dress(scene, 1);
    }

    /// Dresses a scene whose content is drawn larger; what opens over it is lettered to match.
    ///
    /// @param scale 1, 1.25, 1.5 or 2
    public void dress(Scene scene, double scale) {
        fonts();
        scene.setUserAgentStylesheet(base);
        var sheets = new ArrayList<String>();
        sheets.add(sheet(tokens));
        SHEETS.stream().filter(n -> url(n) != null).map(Theme::sheet).forEach(sheets::add);
        if (scale > 1) {
            sheets.add(sheet("print-" + Math.round(scale * 100)));
        }
        scene.getStylesheets().setAll(sheets);
    }

    /// Loads the shipped fonts, once in a process. JavaFX copies each to a file of its own: that takes a while.
    public static void fonts() {
        Fonts.there();
    }

    private static final class Fonts {
        static {
            FONTS.forEach(Fonts::load);
        }

        private Fonts() {}

        static void there() {} // the class is, so they are

        private static void load(String font) {
            try (var file = Theme.class.getResourceAsStream(ASSETS + "fonts/" + font)) {
                if (file != null) {
                    Font.loadFont(file, 0);
                }
            } catch (IOException _) {
                return; // the system's font stands in
            }
        }
    }

    private static URL url(String name) {
        return Theme.class.getResource(ASSETS + "styles/" + name + ".css");
    }

    private static String sheet(String name) {
        var url = url(name);
        if (url == null) {
            throw new IllegalStateException("no stylesheet " + name);
        }
        return url.toExternalForm();
    }
}

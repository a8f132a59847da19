package io.stagecraft.ui.kit;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

import java.time.Duration;

/// Something that strikes again and again on the UI thread.
@FunctionalInterface
public interface Ticker {
    /// Calls `strike` every `pace` until the returned handle is run.
    Runnable every(Duration pace, Runnable strike);

    /// Strikes with JavaFX's own clock.
    static Ticker timeline() {
        return (pace, strike) -> {
            var line =
                    new Timeline(
                            new KeyFrame(
                                    javafx.util.Duration.millis(pace.toMillis()),
                                    _ -> strike.run()));
            line.setCycleCount(Animation.INDEFINITE);
            line.play();
            return line::stop;
        };
    }
}

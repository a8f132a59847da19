package io.stagecraft.ui.canvas;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/// One colour per artifact, that stays while others come and go: its name chooses, and only where two names choose
/// the same one does the later made step aside.
final class ArtifactColours {
    /// How many there are; the stylesheet names them `-sc-wire-1` to `-sc-wire-10`.
    static final int COUNT = 10;

    private ArtifactColours() {}

    static Map<String, Integer> of(Collection<String> artifacts) {
        var colours = new HashMap<String, Integer>();
        var taken = new HashSet<Integer>();
        for (var name : artifacts) {
            int wished = of(name) - 1;
            int got = wished;
            for (int i = 0; i < COUNT && taken.size() < COUNT; i++) {
                got =
                        (wished + i * 3)
                                % COUNT; // 3 and 10 share no divisor: every colour gets its turn
                if (!taken.contains(got)) {
                    break;
                }
            }
            taken.add(got);
            colours.put(name, got + 1);
        }
        return colours;
    }

    /// What a name alone would choose.
    static int of(String artifact) {
        return Math.floorMod(artifact.hashCode(), COUNT) + 1;
    }
}

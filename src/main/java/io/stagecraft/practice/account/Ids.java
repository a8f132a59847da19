package io.stagecraft.practice.account;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;

/// Chance and names, from a seed: the same seed and the same requests give the same ids.
public final class Ids {
    private final Random random;

    public Ids(long seed) {
        this.random = new Random(seed);
    }

    /// A lower-case UUID of version 4.
    public synchronized String uuid() {
        long high = random.nextLong() & ~0xf000L | 0x4000L;
        long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /// Letters and digits, as CloudFormation puts behind names it makes up.
    public synchronized String tail(int length) {
        var tail = new StringBuilder();
        for (int i = 0; i < length; i++) {
            tail.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".charAt(random.nextInt(36)));
        }
        return tail.toString();
    }

    /// Lower-case hexadecimal digits.
    public synchronized String hex(int length) {
        var hex = new StringBuilder();
        for (int i = 0; i < length; i++) {
            hex.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hex.toString().toLowerCase(Locale.ROOT);
    }

    /// A whole number, both ends included.
    public synchronized int between(int min, int max) {
        return max <= min ? min : min + random.nextInt(max - min + 1);
    }
}

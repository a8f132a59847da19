package io.stagecraft.catalog;

/// How many artifacts an action type takes or makes, both ends included.
public record Bounds(int min, int max) {
    public boolean allows(int count) {
        return min <= count && count <= max;
    }
}

package io.stagecraft.catalog;

/// A data file that does not say what a catalogue file has to: one line with file, place and what may stand there.
public final class UnreadableCatalog extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableCatalog(String file, String place, String what) {
        super(place.isEmpty() ? file + ": " + what : file + ": " + place + ": " + what);
    }
}

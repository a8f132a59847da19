package io.stagecraft.validate;

/// Where an action stood when it was looked at: its stage's place, from 0, and name.
record Place(int stage, String stageName) {
    static Place of(Drawing.Seat seat) {
        return new Place(seat.index(), seat.stage().name());
    }

    /// Whether the seat is there, too; without a value made for each of a thousand seats.
    boolean isOf(Drawing.Seat seat) {
        return stage == seat.index() && stageName.equals(seat.stage().name());
    }
}

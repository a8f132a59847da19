package io.stagecraft.ui.canvas;

import io.stagecraft.edit.Edit;
import io.stagecraft.model.Action;
import io.stagecraft.model.ActionId;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.StageId;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.canvas.CanvasLayout.CardPlace;
import io.stagecraft.ui.canvas.DropPlaces.Drop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/// Makes the gestures of the canvas. Each asks the view model for an edit and shows whether there is one.
final class Gestures {
    private final CanvasViewModel model;
    private final Overlay overlay;
    private final DoubleSupplier scale;

    Gestures(CanvasViewModel model, Overlay overlay, DoubleSupplier scale) {
        this.model = model;
        this.overlay = overlay;
        this.scale = scale;
    }

    private CanvasLayout layout() {
        return model.drawing().layout();
    }

    /// An action type from the palette.
    Gesture fresh(ActionType type, String name) {
        return new Carried() {
            private final DropPlaces places = new DropPlaces(layout(), model.design(), Set.of());

            @Override
            Drop place(Spot at) {
                return places.at(at, type.category() == Category.APPROVAL);
            }

            @Override
            Optional<Edit> edit(Drop drop) {
                return model.editFor(type, drop);
            }

            @Override
            void apply(Edit edit) {
                model.add(edit);
            }

            @Override
            void ghost(Spot at, boolean possible) {
                var box =
                        new Box(
                                at.x() - 24,
                                at.y() - 24,
                                CanvasLayout.CARD_WIDTH,
                                CanvasLayout.CARD_HEIGHT);
                overlay.ghosts(List.of(box), List.of(name), possible, scale.getAsDouble());
            }
        };
    }

    /// Cards, by the one under the pointer.
    Gesture cards(Set<ActionId> moved, Spot grip) {
        var design = model.design();
        var boxes =
                moved.stream()
                        .flatMap(id -> layout().card(id).stream())
                        .map(CardPlace::box)
                        .toList();
        var names =
                moved.stream().flatMap(id -> design.action(id).stream()).map(Action::name).toList();
        boolean approvals =
                moved.stream()
                        .flatMap(id -> design.action(id).stream())
                        .allMatch(a -> a.type().category() == Category.APPROVAL);
        var places = new DropPlaces(layout(), design, moved);
        return new Carried() {
            @Override
            Drop place(Spot at) {
                return places.at(at, approvals);
            }

            @Override
            Optional<Edit> edit(Drop drop) {
                return model.editFor(moved, drop);
            }

            @Override
            void ghost(Spot at, boolean possible) {
                overlay.ghosts(moved(boxes, grip, at), names, possible, scale.getAsDouble());
            }
        };
    }

    /// A stage, by its header.
    Gesture stage(StageId stage, Spot grip) {
        var places = new DropPlaces(layout(), model.design(), Set.of());
        var box = layout().stage(stage).orElseThrow().box();
        var name = model.nameOf(new Selection.OfStage(stage)).orElse("");
        return new Carried() {
            @Override
            Drop place(Spot at) {
                return places.stage(at, stage);
            }

            @Override
            Optional<Edit> edit(Drop drop) {
                return model.editFor(stage, drop);
            }

            @Override
            void ghost(Spot at, boolean possible) {
                overlay.ghosts(
                        moved(List.of(box), grip, at),
                        List.of(name),
                        possible,
                        scale.getAsDouble());
            }
        };
    }

    private static List<Box> moved(List<Box> boxes, Spot from, Spot to) {
        return boxes.stream()
                .map(b ->
                        new Box(
                                b.x() + to.x() - from.x(),
                                b.y() + to.y() - from.y(),
                                b.width(),
                                b.height()))
                .toList();
    }

    /// Something that is carried and dropped.
    private abstract class Carried implements Gesture {
        abstract Drop place(Spot at);

        abstract Optional<Edit> edit(Drop drop);

        abstract void ghost(Spot at, boolean possible);

        void apply(Edit edit) {
            model.apply(edit);
        }

        @Override
        public void move(Spot at) {
            var drop = place(at);
            boolean possible = edit(drop).isPresent();
            overlay.drop(drop, possible, at, scale.getAsDouble());
            ghost(at, possible);
        }

        @Override
        public void drop(Spot at) {
            overlay.clear();
            edit(place(at)).ifPresent(this::apply);
        }

        @Override
        public void cancel() {
            overlay.clear();
        }
    }

    /// A box drawn around cards; `start` is what was selected before and stays so.
    Gesture marquee(Spot from, Selection start) {
        return new Gesture() {
            @Override
            public void move(Spot at) {
                var box = Box.between(from, at);
                overlay.marquee(box);
                var items = new ArrayList<>(start.items());
                layout().cards().values().stream()
                        .filter(c -> c.box().meets(box))
                        .<Selection.Item>map(c -> new Selection.OfAction(c.id()))
                        .filter(i -> !items.contains(i))
                        .forEach(items::add);
                model.select(new Selection(items));
            }

            @Override
            public void drop(Spot at) {
                overlay.clear();
            }

            @Override
            public void cancel() {
                overlay.clear();
                model.select(new Selection(start.items().stream().filter(this::isThere).toList()));
            }

            private boolean isThere(Selection.Item item) {
                return !(item instanceof Selection.OfAction(var id))
                        || model.design().action(id).isPresent();
            }

            @Override
            public boolean reachesOut() {
                return true;
            }
        };
    }

    /// A wire from an output port to whoever reads it.
    Gesture wireOut(String artifact, Spot from, int colour) {
        return new Wiring(from, colour) {
            @Override
            Optional<String> whyNot(CardPlace card) {
                return rules.whyNot(artifact, card.id());
            }

            @Override
            void connect(CardPlace card) {
                model.connect(artifact, card.id());
            }

            @Override
            Spot end(CardPlace card, Spot at) {
                return new Spot(card.box().x(), card.box().centre().y());
            }
        };
    }

    /// A wire from an input port back to whoever makes it.
    Gesture wireIn(ActionId consumer, Spot from) {
        return new Wiring(from, 0) {
            private Optional<String> made(CardPlace card) {
                var made =
                        model.design().action(card.id()).map(Action::outputNames).orElse(List.of());
                return made.stream()
                        .filter(a -> rules.whyNot(a, consumer).isEmpty())
                        .findFirst()
                        .or(() -> made.stream().findFirst());
            }

            @Override
            Optional<String> whyNot(CardPlace card) {
                if (card.id().equals(consumer)) {
                    return Optional.of("An action cannot read what it makes itself.");
                }
                return made(card)
                        .map(a -> rules.whyNot(a, consumer))
                        .orElse(
                                Optional.of(
                                        model.nameOf(new Selection.OfAction(card.id())).orElse("")
                                                + " makes no artifact."));
            }

            @Override
            void connect(CardPlace card) {
                made(card).ifPresent(a -> model.connect(a, consumer));
            }

            @Override
            Spot end(CardPlace card, Spot at) {
                return card.outputs().stream()
                        .findFirst()
                        .orElse(new Spot(card.box().right(), card.box().centre().y()));
            }
        };
    }

    private abstract class Wiring implements Gesture {
        final WireRules rules = model.wires();
        private final Spot from;
        private final int colour;

        Wiring(Spot from, int colour) {
            this.from = from;
            this.colour = colour;
        }

        abstract Optional<String> whyNot(CardPlace card);

        abstract void connect(CardPlace card);

        abstract Spot end(CardPlace card, Spot at);

        @Override
        public void move(Spot at) {
            var yes = new ArrayList<Box>();
            var no = new ArrayList<Box>();
            for (var card : layout().cards().values()) {
                if (whyNot(card).isEmpty()) {
                    yes.add(card.box().grown(4));
                } else {
                    no.add(card.box());
                }
            }
            overlay.candidates(yes, no);
            var under = under(at);
            overlay.wire(from, under.filter(this::takes).map(c -> end(c, at)).orElse(at), colour);
            overlay.note(under.flatMap(this::whyNot).orElse(""), at, scale.getAsDouble());
        }

        private boolean takes(CardPlace card) {
            return whyNot(card).isEmpty();
        }

        private Optional<CardPlace> under(Spot at) {
            return layout().cards().values().stream()
                    .filter(c -> c.box().grown(10).contains(at))
                    .findFirst();
        }

        @Override
        public void drop(Spot at) {
            overlay.clear();
            under(at).filter(this::takes).ifPresent(this::connect);
        }

        @Override
        public void cancel() {
            overlay.clear();
        }
    }
}

package io.steadfast.stamps.rest;

import io.steadfast.shared.ProgramCode;
import io.steadfast.stamps.CardView;
import java.util.List;
import java.util.Locale;

/** A member's stamp cards. */
public record StampCardsResponse(List<Card> cards) {

    public StampCardsResponse {
        cards = List.copyOf(cards);
    }

    static StampCardsResponse of(List<CardView> views, Locale language) {
        return new StampCardsResponse(
                views.stream().map(view -> Card.of(view, language)).toList());
    }

    /**
     * One card.
     *
     * @param stamps on the present card
     * @param needed to fill it
     * @param full how often it was filled
     * @param reward what a full one gives
     */
    public record Card(
            ProgramCode program, String card, String name, long stamps, int needed, long full, String reward) {

        static Card of(CardView view, Locale language) {
            return new Card(
                    view.program(),
                    view.card().code(),
                    view.card().name().in(language),
                    view.towards(),
                    view.card().stamps(),
                    view.count().full(),
                    view.card().reward().value());
        }
    }
}

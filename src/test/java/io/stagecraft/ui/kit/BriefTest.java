package io.stagecraft.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BriefTest {
    @Test
    void whatIsSaidOfALongNameStays() {
        assertEquals(
                "Fetch_the_source_cod…ders_service asks for changes again and again.",
                Brief.of(
                        "Fetch_the_source_code_of_everything_from_the_repository_of_the_orders_service"
                                + " asks for changes again and again."));
    }

    @Test
    void aUsualSentenceStaysAsItIs() {
        var sentence = "UnitTests reads BuildOutput, which PackageTheOrdersService makes, for $1.";
        assertEquals(sentence, Brief.of(sentence));
    }

    @Test
    void dollarsOfALongNameAreLetters() {
        assertEquals(
                "${ArtifactBucket.Arn…-release-$1}",
                Brief.of("${ArtifactBucket.Arn}/and-more/of/it/orders-release-$1}"));
    }
}

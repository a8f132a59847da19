package io.stagecraft.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stagecraft.catalog.CatalogFiles;
import io.stagecraft.drawn.Drawings;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which names of stages are taken for production: nothing is said of the others.
class CalledProductionTest {
    private final Validator validator = new Validator(CatalogFiles.load());

    @ParameterizedTest
    @CsvSource({
        "Production, true",
        "prod, true",
        "eu-live, true",
        "deployProd, true",
        "GoLive, true",
        "prod2, true",
        "olive-staging, false",
        "Alive, false",
        "bioprod, false",
        "PreProd, false",
        "Product, false",
        "Staging, false"
    })
    void aStageIsProductionByAWordOfItsName(String name, boolean production) {
        var design =
                Drawings.design(
                        Drawings.stage("Source", Drawings.source("Source", "Src")),
                        Drawings.stage(name, Drawings.deploy("Deploy", "Src")));
        assertEquals(
                production,
                validator.check(design).stream().anyMatch(p -> p.rule().id().equals("SC909")));
    }
}

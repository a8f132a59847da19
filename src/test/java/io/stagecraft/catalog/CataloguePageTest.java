package io.stagecraft.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The catalogue's page is as the data files are; `-Ddocs=write` prints it anew.
class CataloguePageTest {
    private static final Path PAGE = Path.of("packaging/docs/catalogue.md");

    @Test
    void thePageSaysWhatTheFilesSay() throws IOException {
        var page = CataloguePage.of(CatalogFiles.load().all(), CatalogFiles.rules().all());
        if ("write".equals(System.getProperty("docs"))) {
            Files.writeString(PAGE, page);
        }
        assertEquals(
                Files.readString(PAGE), page, "mvn test -Dtest=CataloguePageTest -Ddocs=write");
    }
}

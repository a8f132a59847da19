package io.stagecraft.project;

import io.stagecraft.json.Json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells files of other kinds from designs, so that the message can say what it is and which way leads in.
final class Stranger {
    private static final Pattern TEMPLATE =
            Pattern.compile("(?m)^(AWSTemplateFormatVersion|Resources|Transform)\\s*:");
    private static final Pattern TERRAFORM =
            Pattern.compile("(?m)^\\s*(resource|data|provider|terraform|variable)\\s.*\\{");
    private static final String TEMPLATE_WORDS =
            "is a CloudFormation template, not a design. Deploy it, and import what"
                    + " `aws codepipeline get-pipeline` answers.";
    private static final String IMPORT = ", not a design. Try `stagecraft import` on it.";

    private Stranger() {}

    /// What is wrong with a JSON document as a whole; nothing for a design of a version known here.
    static Optional<String> in(Json json) {
        if (!(json instanceof Json.Obj document)) {
            return Optional.of("is JSON but not a design: a design is an object, in { and }.");
        }
        if (document.members().get("stagecraft") instanceof Json.Num(var version)) {
            return ofVersion(new BigDecimal(version));
        }
        if (document.has("AWSTemplateFormatVersion") || document.has("Resources")) {
            return Optional.of(TEMPLATE_WORDS);
        }
        var pipeline =
                document.members().get("pipeline") instanceof Json.Obj inner ? inner : document;
        if (pipeline.has("stages") && !document.has("stagecraft")) {
            return Optional.of("is a pipeline as get-pipeline or create-pipeline has it" + IMPORT);
        }
        return Optional.of(
                "is JSON but not a design: it has no member \"stagecraft\" with the number of its"
                        + " format, such as 1.");
    }

    private static Optional<String> ofVersion(BigDecimal version) {
        if (version.compareTo(BigDecimal.valueOf(ProjectFile.VERSION)) > 0) {
            return Optional.of(
                    "was written by a newer Stagecraft (format "
                            + version
                            + ", this one reads "
                            + ProjectFile.VERSION
                            + "). Update Stagecraft to open it; the file is unchanged.");
        }
        return version.compareTo(BigDecimal.ONE) == 0
                ? Optional.empty()
                : Optional.of("names format " + version + ", which there never was. Write 1.");
    }

    /// What a text is that is no JSON, as far as one can tell.
    static Optional<String> in(String text) {
        if (TEMPLATE.matcher(text).find()) {
            return Optional.of(TEMPLATE_WORDS);
        }
        if (TERRAFORM.matcher(text).find() && !text.stripLeading().startsWith("{")) {
            return Optional.of("is a Terraform file, not a design. Open a design instead.");
        }
        return Optional.empty();
    }
}

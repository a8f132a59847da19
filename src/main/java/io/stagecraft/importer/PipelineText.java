package io.stagecraft.importer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The text of a file to import: UTF-8, or UTF-16 with its mark, which is what `>` of Windows PowerShell writes.
///
/// @see <a href="https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_character_encoding">PowerShell's encodings</a>
public final class PipelineText {
    private static final char MARK = '\uFEFF';
    private static final Pattern TEMPLATE =
            Pattern.compile(
                    "(?m)(^|[{,])\\s*\"?(AWSTemplateFormatVersion|Resources)\"?\\s*:|AWS::CodePipeline::Pipeline");
    private static final Pattern TERRAFORM =
            Pattern.compile("(?m)^\\s*(resource|data|module|provider|terraform|variable)\\b.*\\{");

    private PipelineText() {}

    /// @throws UnreadableImport when there is no such file, it must not be read, or it is no text
    public static String read(Path file) {
        try {
            return decode(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            throw new UnreadableImport("It is not there: look for a typing slip in its name.");
        } catch (CharacterCodingException _) {
            throw new UnreadableImport(
                    "It is no text in UTF-8: save what get-pipeline prints, and import that.");
        } catch (IOException _) {
            throw new UnreadableImport(
                    Files.isDirectory(file)
                            ? "It is a folder: name the file in it."
                            : "It cannot be read: look whether you may.");
        }
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        var text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return text.indexOf(MARK) == 0 ? text.substring(1) : text;
    }

    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    /// What a text that holds no pipeline's JSON seems to be, and the way from there; nothing where nobody can tell.
    static String kind(String text) {
        if (TEMPLATE.matcher(text).find()) {
            return "It is a CloudFormation template: deploy it, and import what `aws codepipeline get-pipeline`"
                    + " answers.";
        }
        if (!text.stripLeading().startsWith("{") && TERRAFORM.matcher(text).find()) {
            return "It is Terraform: apply it, and import what `aws codepipeline get-pipeline` answers.";
        }
        return "";
    }
}

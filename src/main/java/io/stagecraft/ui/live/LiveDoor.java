package io.stagecraft.ui.live;

import io.stagecraft.aws.AwsRefusal;
import io.stagecraft.aws.Target;
import io.stagecraft.ui.shell.Documents;

import java.util.List;

/// The pipelines that run in a target. Every call talks to the network; none belongs on the UI thread.
public interface LiveDoor {
    /// Their names, sorted.
    List<String> list(Target target) throws AwsRefusal;

    /// A pipeline as it stands now, with its tags and closed transitions.
    ///
    /// @throws Documents.Trouble when what AWS answers cannot be drawn
    Documents.Imported read(Target target, String name) throws AwsRefusal, Documents.Trouble;
}

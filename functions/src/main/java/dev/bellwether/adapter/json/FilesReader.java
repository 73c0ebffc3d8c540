package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.isolation.TouchedFiles;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/// Reads which files an agent asks about, or is about to touch.
public final class FilesReader {
  private static final int MOST = 300;
  private static final int PATH = 1024;
  private static final int NAME = 250;

  private FilesReader() {}

  /// What is asked.
  ///
  /// @param branch where the files are about to be touched; nothing where it is only asked
  public record Asked(TouchedFiles files, Optional<String> branch) {}

  /// Reads `{"repository": …, "files": […], "branch_name": …}`; the branch may be left out.
  public static Reading<Asked> read(JsonNode document, String agent) {
    var faults = new ArrayList<Fault>();
    var asked = Draft.of(document, "", faults).map(draft -> asked(draft, agent));
    return asked.isPresent() && faults.isEmpty()
        ? new Reading.Accepted<>(asked.get())
        : new Reading.Refused<>(faults);
  }

  private static Asked asked(Draft draft, String agent) {
    var repository = draft.requiredText("repository", NAME, "written owner/name").orElse("");
    draft.require("files", "paths from the top of the repository, such as [\"src/app.ts\"]");
    var files = draft.texts("files", MOST, PATH);
    var branch = draft.text("branch_name", NAME);
    draft.refuseOthers();
    return new Asked(new TouchedFiles(agent, repository, Set.copyOf(files)), branch);
  }
}

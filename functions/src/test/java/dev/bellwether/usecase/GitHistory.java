package dev.bellwether.usecase;

import dev.bellwether.adapter.github.GitHubEvents;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.isolation.Lines;
import dev.bellwether.domain.isolation.Lines.Range;
import dev.bellwether.domain.isolation.OpenBranch;
import dev.bellwether.domain.isolation.Push;
import dev.bellwether.testing.Given;
import dev.bellwether.usecase.port.ChangedLines;
import dev.bellwether.usecase.port.EventReader.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A repository made with Git, drawn by a seed: agents branch off, edit, add, remove and move
/// files, merge the main branch, which goes on meanwhile, and push; each push is told as GitHub
/// does.
final class GitHistory implements ChangedLines {
  private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? .*");
  private static final int FILES = 60;
  private static final int LINES = 40;

  private final Path folder;
  private final Random random;
  private final BiConsumer<Push, String> pushed;
  private final Map<String, String> agents = new LinkedHashMap<>();
  private final Map<String, Map<String, List<Range>>> lines = new HashMap<>();
  private final Map<String, String> bases = new HashMap<>();
  private int words;
  private int clock;

  /// @param pushed is told of each push, and whose it is
  GitHistory(Path folder, long seed, BiConsumer<Push, String> pushed) {
    this.folder = folder;
    this.random = new Random(seed);
    this.pushed = pushed;
    git("init", "-q", "-b", "main");
    for (int i = 0; i < FILES; i++) {
      write("dir%d/file%d.txt".formatted(i % 5, i), someLines());
    }
    commit("Begin");
  }

  /// Lives through so many branches of so many agents.
  void live(int branches, int agentCount) {
    var plan = new ArrayList<String>();
    for (int i = 0; i < branches; i++) {
      var name = "feat/agent-%d/%d".formatted(i % agentCount, i);
      agents.put(name, "agent-" + i % agentCount);
      git("branch", name, "main");
      for (int push = 1 + random.nextInt(4); push > 0; push--) {
        plan.add(random.nextInt(Math.max(1, plan.size())), name);
      }
      if (random.nextInt(3) == 0) {
        git("checkout", "-q", "main");
        work();
      }
    }
    plan.forEach(this::push);
  }

  Set<String> branches() {
    return agents.keySet();
  }

  String agentOf(String branch) {
    return agents.getOrDefault(branch, "");
  }

  /// Lists the files that Git cannot merge, of those that both branches changed.
  Set<String> unmergeable(String one, String other) {
    var answer =
        run(List.of("merge-tree", "--write-tree", "--name-only", "--no-messages", one, other));
    if (answer.status() == 0) {
      return Set.of();
    }
    var files = new TreeSet<>(answer.out().lines().skip(1).filter(l -> !l.isBlank()).toList());
    files.retainAll(changed(one));
    files.retainAll(changed(other));
    return files;
  }

  @Override
  public Map<String, Lines> of(OpenBranch branch, Set<String> files) {
    var base = base(branch.name());
    var all = lines.computeIfAbsent(branch.name(), name -> linesOf(base, name));
    return files.stream()
        .collect(
            Collectors.toMap(
                file -> file, file -> new Lines(base, all.getOrDefault(file, List.of()))));
  }

  private Map<String, List<Range>> linesOf(String base, String branch) {
    var ranges = new HashMap<String, List<Range>>();
    var file = "";
    var diff = git("diff", "-U0", "--no-renames", "--no-prefix", base, branch);
    for (var line : diff.lines().toList()) {
      var hunk = HUNK.matcher(line);
      if (line.startsWith("diff --git ")) {
        file = line.substring(line.lastIndexOf(' ') + 1);
      } else if (hunk.matches()) {
        var count = hunk.group(2) == null ? 1 : Integer.parseInt(hunk.group(2));
        var range = Range.ofHunk(Integer.parseInt(hunk.group(1)), count);
        ranges.computeIfAbsent(file, f -> new ArrayList<>()).add(range);
      }
    }
    return ranges;
  }

  private void push(String branch) {
    git("checkout", "-q", branch);
    if (random.nextInt(6) == 0) {
      run(List.of("merge", "-q", "--no-edit", "-X", "ours", "main"));
      git("add", "-A");
      run(List.of("commit", "-q", "--no-edit"));
    }
    for (int commit = 1 + random.nextInt(2); commit > 0; commit--) {
      work();
    }
    var known = run(List.of("rev-parse", "-q", "--verify", "refs/told/" + branch)).out().strip();
    var from = known.isEmpty() ? List.<String>of() : List.of("^" + known);
    var all = rev(branch, from, "^main");
    var told = git("for-each-ref", "--format=^%(refname)", "refs/told").lines().toList();
    var distinct = Set.copyOf(rev(branch, told, "^main"));
    git("update-ref", "refs/told/" + branch, branch);
    var read = new GitHubEvents().read("push", payload(branch, all, distinct), Given.NOW);
    var push = Push.of(((Reading.Known) read).event()).orElseThrow();
    pushed.accept(push, agentOf(branch));
  }

  private byte[] payload(String branch, List<String> commits, Set<String> distinct) {
    var at = Given.NOW.plusSeconds(clock++).getEpochSecond();
    var told = commits.stream().map(c -> commit(c, distinct.contains(c))).toList();
    var payload =
        Map.of(
            "ref",
            "refs/heads/" + branch,
            "after",
            git("rev-parse", branch).strip(),
            "deleted",
            false,
            "commits",
            told,
            "sender",
            Map.of("login", agentOf(branch)),
            "repository",
            Map.of("full_name", "octo/hello", "default_branch", "main", "pushed_at", at));
    return Json.write(payload).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> commit(String sha, boolean isDistinct) {
    var files = new HashMap<String, List<String>>();
    var diff = git("diff-tree", "--no-renames", "--name-status", "-r", sha + "^1", sha);
    for (var line : diff.lines().toList()) {
      var kind = line.startsWith("A") ? "added" : line.startsWith("D") ? "removed" : "modified";
      files.computeIfAbsent(kind, k -> new ArrayList<>()).add(line.substring(2));
    }
    var commit = new HashMap<String, Object>(files);
    commit.put("id", sha);
    commit.put("message", "Work");
    commit.put("distinct", isDistinct);
    return commit;
  }

  private List<String> rev(String branch, List<String> without, String more) {
    var command = new ArrayList<>(List.of("rev-list", "--reverse", branch, more));
    command.addAll(without);
    return run(command).out().lines().toList();
  }

  /// One commit: most often an edit or two, now and then a file that is new, gone or moved.
  private void work() {
    for (int edit = 1 + random.nextInt(3); edit > 0; edit--) {
      var files = git("ls-files").lines().toList();
      var file = files.get(random.nextInt(files.size()));
      switch (random.nextInt(12)) {
        case 0 ->
            write("dir%d/new%d.txt".formatted(random.nextInt(5), random.nextInt(40)), someLines());
        case 1 -> git("rm", "-q", "--", file);
        case 2 -> git("mv", "-f", file, "dir0/moved%d.txt".formatted(words++));
        default -> edit(file);
      }
    }
    commit("Work");
  }

  private void edit(String file) {
    var lines = new ArrayList<>(read(file));
    var at = random.nextInt(lines.size() + 1);
    for (int line = at; line < Math.min(lines.size(), at + 1 + random.nextInt(4)); line++) {
      lines.set(line, word());
    }
    if (random.nextBoolean()) {
      lines.add(at, word());
    }
    write(file, lines);
  }

  private String base(String branch) {
    return bases.computeIfAbsent(branch, b -> git("merge-base", "main", b).strip());
  }

  private Set<String> changed(String branch) {
    return lines.computeIfAbsent(branch, b -> linesOf(base(b), b)).keySet();
  }

  private List<String> someLines() {
    return IntStream.range(0, LINES).mapToObj(i -> word()).toList();
  }

  private String word() {
    return "word " + words++;
  }

  private void commit(String message) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", message);
  }

  private List<String> read(String file) {
    try {
      return Files.readAllLines(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String file, List<String> lines) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.write(folder.resolve(file), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Ran(int status, String out) {}

  private String git(String... command) {
    var ran = run(List.of(command));
    if (ran.status() != 0) {
      throw new IllegalStateException(Arrays.toString(command) + " says " + ran);
    }
    return ran.out();
  }

  private Ran run(List<String> command) {
    var all =
        new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.org"));
    all.addAll(command);
    try {
      var process =
          new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true).start();
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ran(process.waitFor(), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

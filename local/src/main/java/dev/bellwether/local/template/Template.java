package dev.bellwether.local.template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the system consists of, as `template.yaml` says.
///
/// @param buses the names of the event buses, `default` among them
public record Template(
    List<Function> functions,
    List<Route> routes,
    List<QueueSource> queueSources,
    List<Rule> rules,
    List<Schedule> schedules,
    List<Table> tables,
    List<Queue> queues,
    List<Topic> topics,
    List<Secret> secrets,
    Set<String> buses) {
  /// The region everything is said to live in.
  public static final String REGION = Site.REGION;

  /// The account everything is said to belong to.
  public static final String ACCOUNT = Site.ACCOUNT;

  public Template {
    functions = List.copyOf(functions);
    routes = List.copyOf(routes);
    queueSources = List.copyOf(queueSources);
    rules = List.copyOf(rules);
    schedules = List.copyOf(schedules);
    tables = List.copyOf(tables);
    queues = List.copyOf(queues);
    topics = List.copyOf(topics);
    secrets = List.copyOf(secrets);
    buses = Set.copyOf(buses);
  }

  /// Reads a template, with its parameters' defaults but for those given.
  ///
  /// @throws UnsupportedTemplateException when it holds something local mode does not do
  /// @throws IOException when the file cannot be read
  public static Template read(Path file, Map<String, String> parameters) throws IOException {
    return TemplateReader.of(Yaml.read(file), parameters).read();
  }

  /// The queue with an ARN.
  ///
  /// @throws UnsupportedTemplateException when the template has none
  public Queue queue(String arn) {
    return queues.stream()
        .filter(queue -> queue.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> new UnsupportedTemplateException(arn, "is no queue of this template"));
  }

  /// The functions that a bus or a schedule calls.
  public List<Function> functionsCalledSoon() {
    var called =
        Stream.concat(
                rules.stream().map(Rule::function), schedules.stream().map(Schedule::function))
            .collect(Collectors.toSet());
    return functions.stream().filter(function -> called.contains(function.id())).toList();
  }
}

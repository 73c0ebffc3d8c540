package dev.bellwether.local.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads the resources of a template, each once, and refuses what it does not know.
final class TemplateReader {
  /// Resources that watch, permit or encrypt; on one machine there is nothing for them to do.
  private static final Set<String> IDLE_TYPES =
      Set.of(
          "AWS::CloudWatch::Alarm",
          "AWS::CloudWatch::CompositeAlarm",
          "AWS::CloudWatch::Dashboard",
          "AWS::Events::EventBusPolicy",
          "AWS::IAM::ManagedPolicy",
          "AWS::IAM::Policy",
          "AWS::IAM::Role",
          "AWS::KMS::Alias",
          "AWS::KMS::Key",
          "AWS::Lambda::Permission",
          "AWS::Logs::LogGroup",
          "AWS::Logs::MetricFilter",
          "AWS::SNS::TopicPolicy",
          "AWS::SQS::QueuePolicy",
          "AWS::SecretsManager::ResourcePolicy");

  private final Section root;
  private final Section globals;
  private final Map<String, Section> resources;
  private final Intrinsics intrinsics;
  private final Site site;

  private final List<Function> functions = new ArrayList<>();
  private final List<Route> routes = new ArrayList<>();
  private final List<QueueSource> queueSources = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Schedule> schedules = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();
  private final List<Queue> queues = new ArrayList<>();
  private final List<String> topics = new ArrayList<>();
  private final List<Secret> secrets = new ArrayList<>();
  private final Set<String> buses = new HashSet<>(Set.of("default"));
  private final Map<String, List<String>> addresses = new HashMap<>();

  private TemplateReader(Map<String, Object> yaml, Site site) {
    this.site = site;
    this.intrinsics =
        new Intrinsics(site, Section.mapping(yaml.getOrDefault("Conditions", Map.of()), ""));
    this.root = new Section("", yaml, intrinsics);
    this.globals = root.section("Globals");
    this.resources = root.sections("Resources");
  }

  static TemplateReader of(Map<String, Object> yaml, Map<String, String> given) {
    var resources = Section.mapping(yaml.getOrDefault("Resources", Map.of()), "Resources");
    return new TemplateReader(yaml, new Site(parameters(yaml, given), resources));
  }

  private static Map<String, String> parameters(
      Map<String, Object> yaml, Map<String, String> given) {
    var declared = Section.mapping(yaml.getOrDefault("Parameters", Map.of()), "Parameters");
    var unknown = new HashSet<>(given.keySet());
    unknown.removeAll(declared.keySet());
    if (!unknown.isEmpty()) {
      throw new UnsupportedTemplateException("Parameters", "there is no parameter " + unknown);
    }
    var values = new LinkedHashMap<String, String>();
    declared.forEach(
        (name, parameter) -> {
          var usual = Section.mapping(parameter, "Parameters." + name).get("Default");
          var value = given.getOrDefault(name, usual == null ? null : usual.toString());
          if (value != null) {
            values.put(name, value);
          }
        });
    return values;
  }

  Template read() {
    root.ignore(
        "AWSTemplateFormatVersion",
        "Description",
        "Metadata",
        "Parameters",
        "Conditions",
        "Rules",
        "Outputs");
    if (!root.optional("Transform").orElse("").equals("AWS::Serverless-2016-10-31")) {
      throw root.refuse("Transform", "AWS::Serverless-2016-10-31 is expected");
    }
    resources.forEach(this::resource);
    root.end();
    return new Template(
        functions,
        routes,
        queueSources,
        rules,
        schedules,
        tables,
        queues,
        topics(),
        secrets,
        buses);
  }

  private List<Topic> topics() {
    return topics.stream()
        .map(
            id ->
                new Topic(
                    id,
                    site.name(id),
                    site.arnOf(id),
                    addresses.getOrDefault(site.arnOf(id), List.of())))
        .toList();
  }

  private void resource(String id, Section resource) {
    resource.ignore("DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata", "Condition");
    var type = resource.text("Type");
    if (IDLE_TYPES.contains(type) || !exists(resource)) {
      resource.ignore("Properties");
      return;
    }
    switch (type) {
      case "AWS::Serverless::Function" -> function(id, resource);
      case "AWS::Serverless::HttpApi" -> httpApi(resource);
      case "AWS::DynamoDB::Table" ->
          tables.add(Table.from(id, site.name(id), resource.section("Properties")));
      case "AWS::SQS::Queue" -> queues.add(Queue.from(id, site, resource.section("Properties")));
      case "AWS::SNS::Topic" -> topic(id, resource.section("Properties"));
      case "AWS::SNS::Subscription" -> subscription(resource.section("Properties"));
      case "AWS::Events::EventBus" -> bus(id, resource.section("Properties"));
      case "AWS::SecretsManager::Secret" -> {
        resource.ignore("Properties");
        secrets.add(new Secret(id, site.name(id), site.arnOf(id)));
      }
      default -> throw resource.refuse("Type", type + " is not supported in local mode");
    }
  }

  private boolean exists(Section resource) {
    return resource
        .optional("Condition")
        .map(condition -> intrinsics.holds(condition, resource.path()))
        .orElse(true);
  }

  private void function(String id, Section resource) {
    var section = resource.section("Properties", globals.mapping("Function"));
    functions.add(Function.from(id, site.name(id), section));
    section.sections("Events").forEach((name, event) -> event(id, name, event));
  }

  private void event(String function, String name, Section event) {
    var type = event.text("Type");
    var properties = event.section("Properties");
    if (!enabled(properties)) {
      throw properties.refuse("State", "a switched-off event is not supported in local mode");
    }
    switch (type) {
      case "HttpApi" -> routes.add(route(function, properties));
      case "SQS" -> queueSources.add(QueueSource.from(function, properties));
      case "EventBridgeRule" -> rules.add(Rule.from(function, name, properties));
      case "Schedule" ->
          schedules.add(Schedule.from(function, name, Schedule.Source.RULE, properties));
      case "ScheduleV2" ->
          schedules.add(Schedule.from(function, name, Schedule.Source.SCHEDULER, properties));
      default -> throw event.refuse("Type", type + " is not supported in local mode");
    }
  }

  private static boolean enabled(Section event) {
    return event.optional("Enabled").orElse("true").equals("true")
        && event.optional("State").orElse("ENABLED").equals("ENABLED");
  }

  private static Route route(String function, Section event) {
    event.ignore("ApiId", "RouteSettings", "TimeoutInMillis");
    if (!event.optional("PayloadFormatVersion").orElse("2.0").equals("2.0")) {
      throw event.refuse("PayloadFormatVersion", "local mode speaks 2.0 only");
    }
    var method = event.optional("Method").orElse("ANY").toUpperCase(Locale.ROOT);
    return new Route(method, event.optional("Path").orElse("/$default"), function);
  }

  private void httpApi(Section resource) {
    resource
        .section("Properties", globals.mapping("HttpApi"))
        .ignore(
            "AccessLogSettings",
            "DefaultRouteSettings",
            "Description",
            "FailOnWarnings",
            "Name",
            "RouteSettings",
            "Tags",
            "PropagateTags");
  }

  private void topic(String id, Section section) {
    section.ignore("TopicName", "DisplayName", "KmsMasterKeyId", "TracingConfig", "Tags");
    topics.add(id);
    for (Section inline : section.list("Subscription")) {
      mail(site.arnOf(id), inline);
    }
  }

  private void subscription(Section section) {
    section.ignore("Region");
    mail(section.text("TopicArn"), section);
  }

  private void mail(String topicArn, Section subscription) {
    if (!subscription.text("Protocol").equals("email")) {
      throw subscription.refuse("Protocol", "local mode delivers topics by email only");
    }
    addresses
        .computeIfAbsent(topicArn, arn -> new ArrayList<>())
        .add(subscription.text("Endpoint"));
  }

  private void bus(String id, Section section) {
    section.ignore(
        "Name", "Description", "KmsKeyIdentifier", "DeadLetterConfig", "LogConfig", "Tags");
    buses.add(site.name(id));
  }
}

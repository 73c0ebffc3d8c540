package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.sla.Calendar;
import dev.bellwether.domain.sla.Calendar.Hours;
import dev.bellwether.domain.sla.Terms;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Writes what is promised into a clock's JSON and reads it. A calendar is written out, so that a
/// clock is measured by itself; where all time counts, it is left out.
final class TermsJson {
  private TermsJson() {}

  static void put(ObjectNode json, Terms terms) {
    json.put("threshold_seconds", Fields.seconds(terms.threshold()));
    var levels = json.putArray("levels_seconds");
    terms.offsets().forEach(offset -> levels.add(Fields.seconds(offset)));
    if (!terms.calendar().equals(Calendar.ALWAYS)) {
      json.set("calendar", write(terms.calendar()));
    }
  }

  static Terms read(JsonNode json) {
    return new Terms(
        Fields.seconds(json, "threshold_seconds"),
        Fields.list(json, "levels_seconds", Fields::asSeconds),
        json.has("calendar") ? calendar(json.required("calendar")) : Calendar.ALWAYS);
  }

  private static ObjectNode write(Calendar calendar) {
    var json = Json.object();
    json.put("id", calendar.id());
    json.put("zone", calendar.zone().getId());
    var hours = json.putObject("hours");
    calendar
        .hours()
        .forEach(
            (day, some) ->
                Fields.putTexts(hours, name(day), some.stream().map(Hours::toString).toList()));
    var holidays = calendar.holidays().stream().map(LocalDate::toString).toList();
    Fields.putTexts(json, "holidays", holidays);
    return json;
  }

  private static Calendar calendar(JsonNode json) {
    var hours = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
    for (var day : DayOfWeek.values()) {
      var texts = Fields.textsOrNone(json.required("hours"), name(day));
      hours.put(day, texts.stream().map(Hours::parse).toList());
    }
    var holidays = Fields.textsOrNone(json, "holidays").stream().map(LocalDate::parse).toList();
    return new Calendar(
        Fields.text(json, "id"), ZoneId.of(Fields.text(json, "zone")), hours, Set.copyOf(holidays));
  }

  private static String name(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }
}

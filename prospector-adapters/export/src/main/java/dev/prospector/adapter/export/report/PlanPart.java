package dev.prospector.adapter.export.report;

import dev.prospector.agents.strategy.ApproachPlan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** The planned contacts in a calendar of the weeks that they fall into, and what each is about. */
final class PlanPart {

  private static final int MOST_WEEKS = 12;

  private final Labels labels;
  private final ApproachPlan plan;
  private final Html html = new Html();

  PlanPart(Labels labels, ApproachPlan plan) {
    this.labels = labels;
    this.plan = plan;
  }

  Html html() {
    html.fold("plan", labels.say("plan") + " (" + plan.contacts().size() + ")");
    html.add("p", "", plan.objective());
    if (!plan.contacts().isEmpty()) {
      calendar();
      html.open("ol", "steps");
      plan.contacts().forEach(this::step);
      html.close();
    }
    list("watch-for", plan.watchFor());
    list("obstacles", plan.obstacles());
    if (!plan.afterSuccess().isEmpty()) {
      html.open("p", "").add("strong", "", labels.say("after-success") + ": ");
      html.text(plan.afterSuccess()).close();
    }
    return html.endFold();
  }

  private void list(String label, List<String> items) {
    if (!items.isEmpty()) {
      html.add("h4", "", labels.say(label)).open("ul", "asked");
      items.forEach(i -> html.add("li", "", i));
      html.close();
    }
  }

  private void calendar() {
    html.open("table", "calendar").open("thead", "").open("tr", "");
    for (DayOfWeek day : DayOfWeek.values()) {
      html.add("th", "", labels.say("weekday-" + day.getValue()));
    }
    html.close().close().open("tbody", "");
    List<LocalDate> days =
        plan.contacts().stream().map(ApproachPlan.Contact::date).sorted().toList();
    LocalDate week = days.get(0).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate last = days.get(days.size() - 1);
    for (int i = 0; i < MOST_WEEKS && !week.isAfter(last); i++) {
      week(week);
      week = week.plusWeeks(1);
    }
    html.close().close();
  }

  private void week(LocalDate monday) {
    html.open("tr", "");
    for (int i = 0; i < DayOfWeek.values().length; i++) {
      LocalDate day = monday.plusDays(i);
      List<ApproachPlan.Contact> due =
          plan.contacts().stream().filter(c -> c.date().equals(day)).toList();
      html.open("td", due.isEmpty() ? "" : "due").add("span", "day", day(day, i));
      due.forEach(c -> html.add("b", "", labels.of(c.channel())).add("small", "", window(c)));
      html.close();
    }
    html.close();
  }

  /** A Monday and the first of a month say which month it is. */
  private String day(LocalDate day, int inWeek) {
    String number = String.valueOf(day.getDayOfMonth());
    boolean named = inWeek == 0 || day.getDayOfMonth() == 1;
    return named ? number + " " + labels.say("month-" + day.getMonthValue()) : number;
  }

  private static String window(ApproachPlan.Contact contact) {
    return contact.window().from() + "–" + contact.window().until();
  }

  private void step(ApproachPlan.Contact contact) {
    html.open("li", "").open("p", "");
    html.add("strong", "", labels.date(contact.date()) + ", " + window(contact));
    html.text(" (" + contact.window().zone() + ") · " + labels.of(contact.channel())).close();
    html.add("p", "", contact.objective());
    html.add("p", "topics", String.join(" · ", contact.topics()));
    contact.questions().forEach(q -> html.add("p", "asks", q));
    html.add("p", "", contact.callToAction()).close();
  }
}

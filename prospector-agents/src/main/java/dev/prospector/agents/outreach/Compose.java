package dev.prospector.agents.outreach;

import dev.prospector.agents.argument.Seller;
import dev.prospector.agents.argument.Statement;
import dev.prospector.agents.argument.Wording;
import dev.prospector.agents.contact.ContactDetails.Channel;
import dev.prospector.agents.draft.Limits;
import dev.prospector.agents.outreach.Reasons.Reason;
import dev.prospector.context.BusinessContext;
import dev.prospector.context.BusinessContext.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts a message together: a reason to write, what meets it, one difference, one question. */
final class Compose {

  private static final int PHRASES = 3;

  /** The lower bits of a hash of texts that end alike are alike. */
  private static final int MIXED = 7;

  private static final int EMAIL_QUOTE = 170;
  private static final int WHATSAPP_QUOTE = 130;
  private static final int LINKEDIN_QUOTE = 90;

  private final Seller seller;
  private final BusinessContext context;
  private final Wording wording;
  private final String quotes;
  private final int turn;

  private Compose(BusinessContext context, Wording wording, String quotes, int turn) {
    this.turn = turn;
    this.quotes = quotes;
    this.seller = new Seller(context);
    this.context = context;
    this.wording = wording;
  }

  /** Returns the sentences in order. */
  static List<Statement> sentences(
      BusinessContext context,
      Wording wording,
      Channel channel,
      Statement greeting,
      List<Reason> reasons,
      boolean variant) {
    String quotes = reasons.stream().map(r -> r.claim().quote()).collect(Collectors.joining("\n"));
    Compose compose = new Compose(context, wording, quotes, variant ? 1 : 0);
    return compose.sentences(channel, greeting, reasons, variant);
  }

  private List<Statement> sentences(
      Channel channel, Statement greeting, List<Reason> reasons, boolean variant) {
    Reason first = reasons.get(0);
    List<Statement> must = new ArrayList<>(List.of(greeting, said(first, channel)));
    Statement question = Statement.assumed(first.question());
    List<Statement> may = new ArrayList<>();
    reasons.stream().skip(1).limit(1).forEach(r -> may.add(also(r, channel, "also")));
    offer(first).ifPresent(may::add);
    difference(first, variant).ifPresent(may::add);
    List<Statement> body = fit(channel, must, may, question);
    return channel == Channel.EMAIL ? lengthened(body, reasons) : body;
  }

  private String say(String key, Object... parts) {
    return wording.say(key + "." + phrase(key), parts);
  }

  /** Which of the phrases of a key: it follows from all that may be quoted, in this order. */
  private int phrase(String key) {
    return Math.floorMod(((key + quotes).hashCode() >>> MIXED) + turn, PHRASES);
  }

  /** Where a channel takes little, two quotes share the room of one. */
  private static int quoteLength(Channel channel) {
    return switch (channel) {
      case EMAIL, PHONE -> EMAIL_QUOTE;
      case WHATSAPP -> WHATSAPP_QUOTE;
      case LINKEDIN, SOCIAL -> LINKEDIN_QUOTE;
    };
  }

  private Statement said(Reason reason, Channel channel) {
    return Statement.stated(
        reason.sentence(wording, phrase("reason"), quoteLength(channel)), List.of(reason.claim()));
  }

  private Statement also(Reason reason, Channel channel, String key) {
    String quote = reason.quote(quoteLength(channel));
    return Statement.stated(say(reason.added(key), quote), List.of(reason.claim()));
  }

  private Optional<Statement> offer(Reason reason) {
    List<String> products = seller.items(Items.PRODUCTS);
    Optional<String> near = seller.nearest(reason.subject(), products);
    String whole = context.text(BusinessContext.Text.WHAT_WE_SELL);
    Optional<String> words = near.or(() -> Optional.of(whole).filter(w -> !w.isBlank()));
    return words.map(w -> Statement.context(say("offer", seller.own(w))));
  }

  private Optional<Statement> difference(Reason reason, boolean variant) {
    List<String> advantages = seller.items(Items.ADVANTAGES);
    Optional<String> near = seller.nearest(reason.subject(), advantages);
    int at = variant && advantages.size() > 1 ? 1 : 0;
    Optional<String> chosen =
        variant || near.isEmpty() ? advantages.stream().skip(at).findFirst() : near;
    return chosen.map(a -> Statement.context(say("difference", seller.own(a))));
  }

  /** Takes what may be said while it fits; the question closes the text. */
  private static List<Statement> fit(
      Channel channel, List<Statement> must, List<Statement> may, Statement question) {
    List<Statement> body = new ArrayList<>(must);
    body.add(question);
    for (Statement more : may) {
      List<Statement> longer = new ArrayList<>(body);
      longer.add(longer.size() - 1, more);
      if (Limits.length(channel, text(longer)) <= Limits.most(channel)) {
        body = longer;
      }
    }
    return body;
  }

  /** An e-mail says a little more where there is little to quote: first of the company. */
  private List<Statement> lengthened(List<Statement> body, List<Reason> reasons) {
    Statement close = Statement.assumed(say("close"));
    Statement ifNot = Statement.assumed(wording.say("close.if-not"));
    List<Statement> more = new ArrayList<>();
    reasons.stream().skip(2).limit(2).forEach(r -> more.add(also(r, Channel.EMAIL, "besides")));
    more.add(Statement.assumed(say("why")));
    more.add(close);
    more.addAll(ofTheSeller(text(body)));
    more.add(ifNot);
    List<Statement> whole = body;
    for (Statement statement : more) {
      if (Limits.length(Channel.EMAIL, text(whole)) < Limits.LEAST_WORDS) {
        List<Statement> longer = new ArrayList<>(whole);
        boolean closing = statement.equals(close) || statement.equals(ifNot);
        longer.add(closing ? longer.size() : longer.size() - 1, statement);
        if (Limits.length(Channel.EMAIL, text(longer)) <= Limits.MOST_WORDS) {
          whole = longer;
        }
      }
    }
    return whole;
  }

  /** What the seller offers and does better, as far as it is not said yet. */
  private List<Statement> ofTheSeller(String said) {
    List<Statement> all = new ArrayList<>();
    String value = context.text(BusinessContext.Text.VALUE_PROPOSITION);
    if (!value.isBlank()) {
      all.add(Statement.context(wording.say("value", seller.own(value))));
    }
    seller.items(Items.ADVANTAGES).stream()
        .filter(a -> !said.contains(seller.own(a)))
        .map(a -> Statement.context(wording.say("and", seller.own(a))))
        .forEach(all::add);
    return all;
  }

  static String text(List<Statement> sentences) {
    return sentences.stream().map(Statement::text).collect(Collectors.joining(" "));
  }
}

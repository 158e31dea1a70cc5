package dev.prospector.agent;

import dev.prospector.dossier.Fingerprint;
import dev.prospector.model.Block;
import java.util.ArrayList;
import java.util.List;

/** Puts texts of others between marks that nothing inside them can close. */
final class Fence {

  private static final int LENGTH = 12;

  private final String mark;

  private Fence(String mark) {
    this.mark = mark;
  }

  /** Returns a fence whose mark follows from all that is put into it. */
  static Fence around(List<String> texts) {
    Fingerprint.Hasher hasher = Fingerprint.hasher();
    texts.forEach(hasher::add);
    return new Fence(hasher.finish().toString().substring(0, LENGTH));
  }

  /** Returns a block for each source, numbered from 1. */
  List<Block> sources(List<Source> sources) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      String number = " number=\"" + (i + 1) + "\"";
      blocks.add(Block.of(around("source", number, sources.get(i).text())));
    }
    return blocks;
  }

  /** Returns one block of all facts, a line each. */
  Block facts(List<String> facts) {
    List<String> lines = facts.stream().map(fact -> fact.replaceAll("\\s+", " ").strip()).toList();
    return Block.of(around("accepted", "", String.join("\n", lines)));
  }

  private String around(String name, String attribute, String text) {
    String inside = text.replace(mark, "");
    for (String tag : List.of("source", "accepted")) {
      inside = inside.replace("<" + tag, "< " + tag).replace("</" + tag, "< /" + tag);
    }
    return "<%s%s mark=\"%s\">%n%s%n</%s %s>"
        .formatted(name, attribute, mark, inside, name, mark)
        .replace(System.lineSeparator(), "\n");
  }
}

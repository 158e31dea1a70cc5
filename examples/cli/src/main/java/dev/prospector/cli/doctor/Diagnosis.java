package dev.prospector.cli.doctor;

import java.io.PrintStream;

/** Prints findings one a line, and remembers whether one is a problem. */
public final class Diagnosis {

  private final PrintStream out;
  private boolean problems;

  public Diagnosis(PrintStream out) {
    this.out = out;
  }

  void fine(String subject, String finding) {
    line("ok", subject, finding);
  }

  public void note(String subject, String finding, String advice) {
    line("note", subject, finding + "; " + advice);
  }

  void problem(String subject, String finding) {
    problems = true;
    line("PROBLEM", subject, finding);
  }

  private void line(String kind, String subject, String finding) {
    out.printf("%-8s %-12s %s%n", kind, subject, finding.replace("\n", "\n" + " ".repeat(22)));
  }

  public boolean hasProblems() {
    return problems;
  }
}

package dev.prospector.engine;

/** Calls a service, and does not say what that does there. */
interface Undeclared {

  String ask(String question) throws InterruptedException;
}

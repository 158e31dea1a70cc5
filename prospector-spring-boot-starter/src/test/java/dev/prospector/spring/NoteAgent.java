package dev.prospector.spring;

import dev.prospector.agent.Agent;
import dev.prospector.agent.AgentInput;
import dev.prospector.agent.AgentSpec;
import dev.prospector.testkit.Note;

/** An agent of the application, which reads nothing. */
class NoteAgent implements Agent<Note> {

  @Override
  public AgentSpec<Note> spec() {
    return AgentSpec.writing(Note.KEY).version(1);
  }

  @Override
  public Note byRules(AgentInput input) throws InterruptedException {
    return new Note("written");
  }
}

package dev.prospector.adapter.model;

/** The form in which a provider is asked. */
public enum Dialect {
  /** {@code POST /chat/completions}, which most providers and local servers take. */
  OPENAI_CHAT(new ChatForm()),
  /** {@code POST /responses}. */
  OPENAI_RESPONSES(new ResponsesForm()),
  /** {@code POST /messages}. */
  ANTHROPIC(new AnthropicForm()),
  /** {@code POST /models/NAME:generateContent}. */
  GEMINI(new GeminiForm()),
  /** {@code POST /api/chat}. */
  OLLAMA(new OllamaForm());

  private final WireForm form;

  Dialect(WireForm form) {
    this.form = form;
  }

  WireForm form() {
    return form;
  }
}

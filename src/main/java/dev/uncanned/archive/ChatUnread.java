package dev.uncanned.archive;

import java.io.IOException;

/** A JSON file of a chat export that holds no messages: one record that is out of scope. */
final class ChatUnread implements ChatInput.Records {

  private final ChatJsonReader json;
  private boolean done;

  ChatUnread(ChatJsonReader json) {
    this.json = json;
  }

  @Override
  public ChatRecord next() throws IOException {
    if (done) {
      return null;
    }
    done = true;
    boolean whole = json.root() && json.isAtEnd();
    return whole ? ChatRecord.OUT_OF_SCOPE : ChatRecord.rejected("not one JSON value");
  }

  @Override
  public String sample() {
    return json.sample();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}

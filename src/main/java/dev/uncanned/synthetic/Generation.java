package dev.uncanned.synthetic;

import java.util.List;

/** How LinkedIn wrote its exports over the years, from 2018 (V0) to 2026 (V5). */
enum Generation {
  V0("From,To,Date,Subject,Content,Direction,Folder"),
  V1("CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER"),
  V2(
      "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
          + "SUBJECT,CONTENT,FOLDER"),
  V3(V2.header + ",IS MESSAGE DRAFT"),
  V4(V2.header + ",ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT"),
  V5(V4.header);

  private final String header;

  Generation(String header) {
    this.header = header;
  }

  /** Column names of messages.csv. */
  List<String> columns() {
    return List.of(header.split(",", -1));
  }

  String messagesFile() {
    return this == V0 ? "Messages.csv" : "messages.csv";
  }

  boolean quotesEverything() {
    return this == V5;
  }

  /** Before V5 line breaks of a message became spaces. */
  boolean keepsLineBreaks() {
    return this == V5;
  }

  boolean hasDrafts() {
    return compareTo(V3) >= 0;
  }

  /** Events stand in rows without a sender. */
  boolean hasSystemRows() {
    return this == V1 || this == V2;
  }

  /** Whether conversations have titles; without them advertisements cannot be told. */
  boolean hasTitles() {
    return this != V0;
  }

  /** Whether times of messages have seconds. */
  boolean hasSeconds() {
    return this != V0;
  }

  /** Whether invitations and connections show profile addresses. */
  boolean showsUrls() {
    return compareTo(V2) >= 0;
  }

  /** Whether Connections.csv begins with an explanation. */
  boolean hasPreamble() {
    return this != V0;
  }
}

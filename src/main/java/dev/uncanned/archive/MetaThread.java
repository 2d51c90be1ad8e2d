package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A conversation of Facebook or Instagram: where it lies and who takes part in it.
 *
 * @param path folder, or file, that holds it
 * @param people names of those who took part at the time of the export, the owner among them
 */
record MetaThread(String path, List<String> people) {

  private static final int MAX_PEOPLE = Budgets.CHAT_PEOPLE;
  private static final int MAX_NAME = 200;

  /** Reads who takes part; they stand at the beginning of each file. */
  static MetaThread of(ExportFiles files, String path, List<ExportFile> pages) {
    TreeSet<String> people = new TreeSet<>();
    for (ExportFile page : pages) {
      ChatInput.glance(files, page, in -> add(in, people));
    }
    return new MetaThread(path, List.copyOf(people));
  }

  private static void add(InputStream in, TreeSet<String> people) throws IOException {
    try (ChatJsonReader json = new ChatJsonReader(ChatText.decoded(in))) {
      boolean object = json.root() && json.enterObject();
      for (String key = object ? json.field() : null; key != null; key = json.field()) {
        if (key.equals("participants")) {
          names(json, people);
          return;
        }
      }
    }
  }

  private static void names(ChatJsonReader json, TreeSet<String> people) throws IOException {
    boolean array = json.enterArray();
    while (array && json.element()) {
      String name = json.shortText();
      for (String key = json.enterObject() ? json.field() : null; key != null; key = json.field()) {
        name = key.equals("name") ? json.shortText() : name;
      }
      boolean usable = name != null && !name.isBlank() && name.length() <= MAX_NAME;
      if (usable && people.size() < MAX_PEOPLE) {
        people.add(CollapsedText.of(MetaText.repaired(name)));
      }
    }
  }

  boolean isGroup() {
    return people.size() > 2;
  }

  /** Name of the folder or file: the same in every export of the same owner. */
  String id() {
    String plain = path.replace('\\', '/');
    return plain.substring(plain.lastIndexOf('/') + 1);
  }

  /** Those who read what somebody writes; one who is nobody if they are not named. */
  List<Contact> recipients(String sender, ChatPhrases phrases) {
    List<Contact> others = new ArrayList<>();
    for (String name : people) {
      if (!name.equals(sender)) {
        others.add(contact(name, phrases));
      }
    }
    if (others.isEmpty()) {
      others.add(people.isEmpty() ? Contact.of(null, null, null) : contact(sender, phrases));
    }
    return List.copyOf(others);
  }

  /** A person of a name; nobody of the name that stands for accounts that are gone. */
  static Contact contact(String name, ChatPhrases phrases) {
    boolean gone = name == null || name.isBlank() || phrases.has("gone", name);
    return gone ? Contact.of(null, null, null) : ChatText.person(name, null, null);
  }
}

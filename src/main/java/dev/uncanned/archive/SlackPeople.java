package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The members of a Slack workspace by their ids, as {@code users.json} lists them. */
final class SlackPeople {

  private static final String SLACKBOT = "USLACKBOT";
  private static final String PROFILE = "slack.com/team/";

  /** More are not kept; they are known by their ids then. */
  private static final int MAX_PEOPLE = 200_000;

  /** A member; the contact is null of a bot. */
  private record Member(Contact contact, String name) {}

  private final Map<String, Member> members = new HashMap<>();

  private SlackPeople() {}

  /** The people in the lists of an export; what cannot be read of them is left out. */
  static SlackPeople of(ExportFiles files, List<ExportFile> lists) {
    SlackPeople people = new SlackPeople();
    for (ExportFile list : lists) {
      if (list.base().equals("users.json") || list.base().equals("org_users.json")) {
        ChatInput.glance(files, list, people::read);
      }
    }
    return people;
  }

  private void read(InputStream in) throws IOException {
    try (ChatJsonReader json = new ChatJsonReader(ChatText.decoded(in))) {
      boolean array = json.root() && json.enterArray();
      while (array && json.element() && members.size() < MAX_PEOPLE) {
        if (json.enterObject()) {
          add(json);
        }
      }
    }
  }

  private void add(ChatJsonReader json) throws IOException {
    String id = null;
    String handle = null;
    String name = null;
    boolean bot = false;
    Profile profile = null;
    for (String key = json.field(); key != null; key = json.field()) {
      switch (key) {
        case "id" -> id = json.shortText();
        case "name" -> handle = json.shortText();
        case "real_name" -> name = json.shortText();
        case "is_bot" -> bot = json.isTrue();
        case "profile" -> profile = json.enterObject() ? Profile.read(json) : null;
        default -> {
          // Not needed to know who it is.
        }
      }
    }
    if (id == null) {
      return;
    }
    Profile known = profile == null ? Profile.NONE : profile;
    String shown = first(known.name(), name, known.display(), handle);
    Contact contact = bot || id.equals(SLACKBOT) ? null : known.contact(id, shown);
    members.put(id, new Member(contact, shown == null ? id : shown));
  }

  /** The part of a member, or of a message, that says who somebody is. */
  record Profile(
      String name, String display, String email, String first, String last, String title) {

    static final Profile NONE = new Profile(null, null, null, null, null, null);

    /** Reads the object that was entered. */
    static Profile read(ChatJsonReader json) throws IOException {
      String name = null;
      String display = null;
      String email = null;
      String first = null;
      String last = null;
      String title = null;
      for (String key = json.field(); key != null; key = json.field()) {
        switch (key) {
          case "real_name" -> name = json.shortText();
          case "display_name" -> display = json.shortText();
          case "email" -> email = json.shortText();
          case "first_name" -> first = json.shortText();
          case "last_name" -> last = json.shortText();
          case "title" -> title = json.shortText();
          default -> {
            // Pictures, status, telephone.
          }
        }
      }
      return new Profile(name, display, email, first, last, title);
    }

    /** The address alone names somebody who has one, so that other archives know them too. */
    Contact contact(String id, String shown) {
      boolean addressed = email != null && email.indexOf('@') > 0;
      String address = addressed ? email.strip().toLowerCase(Locale.ROOT) : null;
      Contact plain = ChatText.person(shown, address == null ? PROFILE + id : null, address);
      return new Contact(
          plain.name(),
          plain.url(),
          plain.email(),
          first == null ? plain.first_name() : first.strip(),
          last == null ? plain.last_name() : last.strip(),
          null,
          title == null ? null : title.strip());
    }
  }

  /** Whether an id is known to be that of a bot. */
  boolean isBot(String id) {
    Member member = members.get(id);
    return id.equals(SLACKBOT) || (member != null && member.contact() == null);
  }

  /** Whether an id is known to be that of a human. */
  boolean isHuman(String id) {
    Member member = members.get(id);
    return member != null && member.contact() != null;
  }

  /**
   * The person of an id.
   *
   * @param profile what the message itself says of them, used where the lists say nothing
   */
  Contact contact(String id, Profile profile) {
    Member member = members.get(id);
    if (member != null && member.contact() != null) {
      return member.contact();
    }
    return profile.contact(id, first(profile.name(), profile.display(), null, null));
  }

  /** The name that stands for an id in a text; null if it is unknown. */
  String name(String id) {
    Member member = members.get(id);
    return member == null ? null : member.name();
  }

  private static String first(String a, String b, String c, String d) {
    for (String name : new String[] {a, b, c, d}) {
      if (name != null && !name.isBlank()) {
        return name;
      }
    }
    return null;
  }
}

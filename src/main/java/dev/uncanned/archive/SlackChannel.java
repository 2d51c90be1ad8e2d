package dev.uncanned.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the lists of a Slack export say of the conversation in one folder.
 *
 * @param id its id, else the name of its folder
 * @param direct whether it is a conversation of a few named people and no channel
 * @param members ids of the people in a direct conversation, empty if unknown or a channel
 */
record SlackChannel(String id, boolean direct, List<String> members) {

  private static final List<String> DIRECT = List.of("dms.json", "mpims.json");
  private static final int MAX_MEMBERS = Budgets.CHAT_PEOPLE;
  private static final int MIN_ID = 9;

  /** The conversation of a folder; by the form of its name where the lists do not have it. */
  static SlackChannel of(ExportFiles files, List<ExportFile> lists, String folder) {
    int cut = Math.max(folder.lastIndexOf('/'), folder.lastIndexOf('\\'));
    String name = folder.substring(cut + 1);
    for (ExportFile list : lists) {
      boolean direct = DIRECT.contains(list.base());
      if (direct || list.base().equals("channels.json") || list.base().equals("groups.json")) {
        SlackChannel known = find(files, list, name, direct);
        if (known != null) {
          return known;
        }
      }
    }
    return new SlackChannel(name, isDirectId(name), List.of());
  }

  /** Folders of conversations of two have their ids as names: D and capitals and digits. */
  private static boolean isDirectId(String name) {
    return name.length() >= MIN_ID
        && name.charAt(0) == 'D'
        && name.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'));
  }

  private static SlackChannel find(
      ExportFiles files, ExportFile list, String name, boolean direct) {
    List<SlackChannel> found = new ArrayList<>();
    ChatInput.glance(
        files,
        list,
        in -> {
          try (ChatJsonReader json = new ChatJsonReader(ChatText.decoded(in))) {
            boolean array = json.root() && json.enterArray();
            while (array && found.isEmpty() && json.element()) {
              SlackChannel channel = json.enterObject() ? read(json, name, direct) : null;
              if (channel != null) {
                found.add(channel);
              }
            }
          }
        });
    return found.isEmpty() ? null : found.get(0);
  }

  private static SlackChannel read(ChatJsonReader json, String folder, boolean direct)
      throws IOException {
    String id = null;
    String name = null;
    List<String> members = new ArrayList<>();
    for (String key = json.field(); key != null; key = json.field()) {
      switch (key) {
        case "id" -> id = json.shortText();
        case "name" -> name = json.shortText();
        case "members" -> {
          members.clear();
          boolean array = direct && json.enterArray();
          while (array && json.element()) {
            String member = json.shortText();
            if (member != null && members.size() < MAX_MEMBERS) {
              members.add(member);
            }
          }
        }
        default -> {
          // Topic, purpose, pins.
        }
      }
    }
    boolean same = folder.equals(id) || folder.equals(name);
    return same ? new SlackChannel(id == null ? folder : id, direct, List.copyOf(members)) : null;
  }

  /** More than two people; a direct conversation of unknown people counts as one of two. */
  boolean isGroup() {
    return !direct || members.stream().distinct().count() > 2;
  }

  /** Who reads what a member writes; empty where these are unknown and many. */
  List<Contact> recipients(String sender, SlackPeople people) {
    if (!direct) {
      return List.of();
    }
    List<Contact> others = new ArrayList<>();
    for (String member : members.stream().distinct().toList()) {
      if (!member.equals(sender)) {
        others.add(people.contact(member, SlackPeople.Profile.NONE));
      }
    }
    if (others.isEmpty() && members.contains(sender)) {
      others.add(people.contact(sender, SlackPeople.Profile.NONE));
    }
    return others.isEmpty() ? List.of(Contact.of(null, null, null)) : List.copyOf(others);
  }

  /** A direct conversation is one thread; in a channel each message that answers none opens one. */
  String thread(String ts, String threadTs) {
    String first = threadTs == null ? ts : threadTs;
    return direct || first == null ? id : id + "/" + first;
  }
}

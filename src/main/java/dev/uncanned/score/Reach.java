package dev.uncanned.score;

import it.unimi.dsi.fastutil.ints.Int2IntAVLTreeMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import it.unimi.dsi.fastutil.objects.Object2ObjectOpenHashMap;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;

/**
 * Counts how many people a sender, and the sender's team, reached with one template or campaign.
 *
 * <p>For a message of time t these are the distinct recipients of the members sent in [t − w, t +
 * w], answers not counted. The message with the most recipients counts as one recipient: a mail to
 * fifty people at once, sent once or every week to the same fifty, was written to them all and is
 * no templated outreach; fifty mails to one person each are, whether or not all fifty then get one
 * together.
 *
 * <p>A message without a time is measured over all members and counts for no other message's
 * window. Time is linear in the number of sends but for sorting, memory about 150 bytes a message.
 */
public final class Reach implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final long UNDATED = Long.MIN_VALUE;
  private static final int NOBODY = -1;
  private static final Comparator<Member> IN_TIME =
      Comparator.<Member>comparingLong(member -> member.at)
          .thenComparing(member -> member.messageId);

  private final long windowMillis;

  /** Reach within the configured window. */
  public Reach(ScoreConfig config) {
    this.windowMillis = Duration.ofDays(config.reach_window_days()).toMillis();
  }

  /** The reach of every message of one template or campaign, from its sends in any order. */
  public Iterator<FamilyReach> reaches(Iterator<FamilySend> family) {
    List<Member> members = members(family);
    measure(members, member -> member.sender, (member, reach) -> member.reach = reach);
    measure(members, member -> member.team, (member, reach) -> member.teamReach = reach);
    countArchives(members);
    return members.stream().map(Member::result).iterator();
  }

  private static List<Member> members(Iterator<FamilySend> family) {
    Object2IntOpenHashMap<String> ids = new Object2IntOpenHashMap<>();
    Object2ObjectOpenHashMap<String, Member> byId = new Object2ObjectOpenHashMap<>();
    List<Member> members = new ArrayList<>();
    while (family.hasNext()) {
      FamilySend send = family.next();
      Member member = byId.get(send.message_id());
      if (member == null) {
        member = new Member(send, ids);
        byId.put(send.message_id(), member);
        members.add(member);
      }
      if (send.unprompted() && send.recipient_id() != null) {
        member.recipients.add(number(send.recipient_id(), ids));
      }
    }
    return members;
  }

  private static int number(String id, Object2IntOpenHashMap<String> ids) {
    int number = ids.getOrDefault(id, NOBODY);
    if (number == NOBODY) {
      number = ids.size();
      ids.put(id, number);
    }
    return number;
  }

  private void measure(
      List<Member> members, ToIntFunction<Member> group, ObjIntConsumer<Member> result) {
    List<Member> sorted = new ArrayList<>(members);
    sorted.sort(Comparator.comparingInt(group).thenComparing(IN_TIME));
    int start = 0;
    while (start < sorted.size()) {
      int end = start;
      int of = group.applyAsInt(sorted.get(start));
      while (end < sorted.size() && group.applyAsInt(sorted.get(end)) == of) {
        end++;
      }
      if (of != NOBODY) {
        slide(sorted.subList(start, end), result);
      }
      start = end;
    }
  }

  private void slide(List<Member> sorted, ObjIntConsumer<Member> result) {
    int undated = 0;
    Reached all = new Reached();
    for (Member member : sorted) {
      undated += member.at == UNDATED ? 1 : 0;
    }
    if (undated > 0) {
      sorted.forEach(all::add);
      sorted.subList(0, undated).forEach(member -> result.accept(member, all.people()));
    }
    List<Member> dated = sorted.subList(undated, sorted.size());
    Reached window = new Reached();
    int from = 0;
    int to = 0;
    for (Member member : dated) {
      while (to < dated.size() && dated.get(to).at - windowMillis <= member.at) {
        window.add(dated.get(to++));
      }
      while (dated.get(from).at + windowMillis < member.at) {
        window.remove(dated.get(from++));
      }
      result.accept(member, window.people());
    }
  }

  private static void countArchives(List<Member> members) {
    List<Member> inbound = new ArrayList<>(members);
    inbound.removeIf(member -> !member.inbound || member.recipients.isEmpty());
    inbound.sort(Comparator.comparingInt(member -> member.sender));
    int start = 0;
    while (start < inbound.size()) {
      IntOpenHashSet archives = new IntOpenHashSet();
      int end = start;
      int sender = inbound.get(start).sender;
      while (end < inbound.size() && inbound.get(end).sender == sender) {
        archives.add(inbound.get(end++).archive);
      }
      for (Member member : inbound.subList(start, end)) {
        member.archives = archives.size();
      }
      start = end;
    }
  }

  /** The people reached by the messages of a window, kept while it slides. */
  private static final class Reached {
    private final Int2IntOpenHashMap messagesOf = new Int2IntOpenHashMap();
    private final Int2IntOpenHashMap messagesAlone = new Int2IntOpenHashMap();
    private final Int2IntAVLTreeMap messagesBySize = new Int2IntAVLTreeMap();

    private void add(Member member) {
      int size = member.recipients.size();
      for (int i = 0; i < size; i++) {
        messagesOf.addTo(member.recipients.getInt(i), 1);
      }
      if (size == 1) {
        messagesAlone.addTo(member.recipients.getInt(0), 1);
      }
      messagesBySize.addTo(size, 1);
    }

    private void remove(Member member) {
      int size = member.recipients.size();
      for (int i = 0; i < size; i++) {
        removeOne(messagesOf, member.recipients.getInt(i));
      }
      if (size == 1) {
        removeOne(messagesAlone, member.recipients.getInt(0));
      }
      if (messagesBySize.addTo(size, -1) == 1) {
        messagesBySize.remove(size);
      }
    }

    private static void removeOne(Int2IntOpenHashMap messages, int recipient) {
      if (messages.addTo(recipient, -1) == 1) {
        messages.remove(recipient);
      }
    }

    private int people() {
      int largest = messagesBySize.isEmpty() ? 0 : messagesBySize.lastIntKey();
      int others = messagesOf.size() - Math.max(largest - 1, 0);
      return Math.max(others, messagesAlone.size());
    }
  }

  private static final class Member {
    private final String messageId;
    private final Scope scope;
    private final int sender;
    private final int team;
    private final int archive;
    private final boolean inbound;
    private final long at;
    private final IntArrayList recipients = new IntArrayList(1);
    private int reach;
    private int teamReach;
    private int archives;

    private Member(FamilySend send, Object2IntOpenHashMap<String> ids) {
      Instant sentAt = send.sent_at();
      messageId = send.message_id();
      scope = send.scope();
      sender = number(send.sender_id(), ids);
      team = send.team_id() == null ? NOBODY : number(send.team_id(), ids);
      archive = send.archive_id() == null ? NOBODY : number(send.archive_id(), ids);
      inbound = send.inbound();
      at = sentAt == null ? UNDATED : sentAt.toEpochMilli();
    }

    private FamilyReach result() {
      return new FamilyReach(
          messageId, scope, reach, team == NOBODY ? null : Integer.valueOf(teamReach), archives);
    }
  }
}

package dev.uncanned.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says of a mapped message who sent it to whom, and which way it went.
 *
 * <p>Some tools name sender and recipients, others the account and the person on the other side,
 * whoever wrote; then the direction decides. Where a mapping has both, what came in from the
 * account itself is from the other side. A person whom nothing names is nobody: all of it null.
 */
final class MappedRoles {

  private static final Contact NOBODY = Contact.of(null, null, null);

  /**
   * The people of one message.
   *
   * @param way null if nothing says it
   */
  record Roles(Direction way, Contact sender, List<Contact> recipients) {}

  private final Channel channel;
  private final MappedPeople senders;
  private final MappedPeople owners;
  private final MappedPeople others;
  private final List<MappedPeople> recipients;
  private final boolean directed;
  private final MappedCheck outbound;
  private final MappedCheck inbound;
  private final MappedField way;

  MappedRoles(Mapping mapping) {
    Mapping.Fields fields = mapping.fields();
    String separator = mapping.separator();
    channel = mapping.channel();
    senders = new MappedPeople(fields.sender(), separator);
    owners = new MappedPeople(fields.owner(), separator);
    others = new MappedPeople(fields.other(), separator);
    recipients =
        List.of(
            new MappedPeople(fields.to(), separator),
            new MappedPeople(fields.cc(), separator),
            new MappedPeople(fields.bcc(), separator));
    Mapping.DirectionColumn column = mapping.direction();
    directed = column != null;
    way = new MappedField(directed ? column.columns() : List.of());
    outbound = new MappedCheck(way, directed ? column.outbound() : List.of());
    inbound = new MappedCheck(way, directed ? column.inbound() : List.of());
  }

  void addTo(Set<String> columns) {
    senders.addTo(columns);
    owners.addTo(columns);
    others.addTo(columns);
    recipients.forEach(role -> role.addTo(columns));
    way.addTo(columns);
  }

  /** Whom a column names as the owner of the account; null if none does. */
  Contact owner(MappedRow row) {
    return owners.isEmpty() ? null : owners.one(row);
  }

  /** Whether a row has an address, of mail or X.500, where the sender's stands. */
  boolean namesSenderByAddress(MappedRow row) {
    return senders.hasAddress(row);
  }

  /**
   * The people of a row.
   *
   * @param block the header lines in front of its text; null if there are none
   */
  Roles of(MappedRow row, MappedHeaderBlock block) {
    Contact owner = owner(row);
    Contact other = others.isEmpty() ? null : others.one(row);
    Contact named = senders.isEmpty() ? null : senders.one(row);
    if (named == null && block != null) {
      named = MailAddresses.one(block.value("from:"));
    }
    Direction direction = direction(row, named, owner);
    Contact sender = sender(named, direction, owner, other);
    return new Roles(direction, sender, recipients(row, block, sender, direction, owner, other));
  }

  private Direction direction(MappedRow row, Contact sender, Contact owner) {
    if (outbound.fits(row)) {
      return Direction.OUTBOUND;
    }
    if (inbound.fits(row)) {
      return Direction.INBOUND;
    }
    boolean unknownValue = directed && !outbound.isBlank(row);
    if (unknownValue || sender == null || owner == null) {
      return null;
    }
    if (sender.email() != null && owner.email() != null) {
      return sender.email().equals(owner.email()) ? Direction.OUTBOUND : Direction.INBOUND;
    }
    if (sender.url() != null && owner.url() != null) {
      return sender.url().equals(owner.url()) ? Direction.OUTBOUND : Direction.INBOUND;
    }
    return null;
  }

  private static Contact sender(Contact named, Direction way, Contact owner, Contact other) {
    if (way == Direction.INBOUND && other != null && named != null && named.equals(owner)) {
      return other;
    }
    if (named != null || way == null) {
      return named == null ? NOBODY : named;
    }
    Contact person = way == Direction.OUTBOUND ? owner : other;
    return person == null ? NOBODY : person;
  }

  private List<Contact> recipients(
      MappedRow row,
      MappedHeaderBlock block,
      Contact sender,
      Direction way,
      Contact owner,
      Contact other) {
    Map<String, Contact> people = new LinkedHashMap<>();
    recipients.forEach(role -> role.of(row).forEach(one -> people.putIfAbsent(key(one), one)));
    if (block != null) {
      for (String name : List.of("to:", "cc:", "bcc:")) {
        MailAddresses.of(block.value(name)).forEach(one -> people.putIfAbsent(key(one), one));
      }
    }
    boolean answer = way == Direction.INBOUND && sender.equals(other);
    if (people.size() > 1 || channel != Channel.EMAIL || answer) {
      people.remove(key(sender));
    }
    if (people.isEmpty() && way != null) {
      Contact person = way == Direction.OUTBOUND ? other : owner;
      return List.of(person == null ? NOBODY : person);
    }
    // Somebody got it, though nothing says who.
    return people.isEmpty() ? List.of(NOBODY) : List.copyOf(people.values());
  }

  private static String key(Contact person) {
    if (person.email() != null) {
      return person.email();
    }
    return person.url() != null ? person.url() : "name " + person.name();
  }
}

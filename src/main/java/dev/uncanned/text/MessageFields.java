package dev.uncanned.text;

import dev.uncanned.archive.Contact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The fields to look for in one message: those of its recipients, then those of its sender.
 *
 * <p>What was prepared for a contact is kept for the next messages, up to a fixed number of
 * contacts: people write many messages, and preparing their fields costs more than finding them.
 * Whether a contact was kept changes nothing but the time. Not thread-safe.
 */
final class MessageFields {

  private static final int SENDERS = 256;
  private static final int RECIPIENTS = 2048;
  private static final int FIRST_CAPACITY = 32;

  private static final Comparator<UnspacedField> LONGEST_FIRST =
      Comparator.comparing(UnspacedField::honoured)
          .thenComparing(Comparator.comparingInt(UnspacedField::letters).reversed());

  /** 2^32 over the golden ratio, as in Fibonacci hashing. */
  private static final int SPREAD = 0x9E3779B9;

  private final ContactFields reader = new ContactFields();
  private final Contact[] senders = new Contact[SENDERS];
  private final ContactSpans[] senderSpans = new ContactSpans[SENDERS];
  private final Contact[] recipients = new Contact[RECIPIENTS];
  private final ContactSpans[] recipientSpans = new ContactSpans[RECIPIENTS];
  private final List<UnspacedField> unspaced = new ArrayList<>();
  private NameField[] fields = new NameField[FIRST_CAPACITY];
  private int[] hashes = new int[FIRST_CAPACITY];
  private int count;
  private long low;
  private long high;

  /** Takes the fields of a message, dropping those of the message before. */
  void read(Contact sender, List<Contact> receivers) {
    count = 0;
    low = 0;
    high = 0;
    unspaced.clear();
    for (Contact recipient : receivers) {
      merge(recipient(recipient));
    }
    if (sender != null) {
      merge(sender(sender));
    }
    if (unspaced.size() > 1) {
      unspaced.sort(LONGEST_FIRST);
    }
  }

  private ContactSpans recipient(Contact contact) {
    int slot = slot(contact, RECIPIENTS);
    if (!contact.equals(recipients[slot])) {
      recipientSpans[slot] = reader.recipient(contact);
      recipients[slot] = contact;
    }
    return recipientSpans[slot];
  }

  private ContactSpans sender(Contact contact) {
    int slot = slot(contact, SENDERS);
    if (!contact.equals(senders[slot])) {
      senderSpans[slot] = reader.sender(contact);
      senders[slot] = contact;
    }
    return senderSpans[slot];
  }

  private static int slot(Contact contact, int slots) {
    int hash = Objects.hashCode(contact.name()) + 31 * Objects.hashCode(contact.url());
    hash = (hash + 37 * Objects.hashCode(contact.email())) * SPREAD;
    return (hash ^ (hash >>> 16)) & (slots - 1);
  }

  private void merge(ContactSpans spans) {
    int known = count;
    for (int i = 0; i < spans.fields().size(); i++) {
      add(spans.fields().get(i), known);
    }
    unspaced.addAll(spans.unspaced());
  }

  private void add(NameField field, int known) {
    int hash = field.hash();
    for (int i = 0; i < known; i++) {
      if (hashes[i] == hash && fields[i].hasKeysOf(field)) {
        return;
      }
    }
    if (count == fields.length) {
      fields = Arrays.copyOf(fields, count * 2);
      hashes = Arrays.copyOf(hashes, count * 2);
    }
    fields[count] = field;
    hashes[count++] = hash;
    if ((hash & 64) == 0) {
      low |= 1L << hash;
    } else {
      high |= 1L << hash;
    }
  }

  /** Whether a field may begin with a word of this hash; false is certain. */
  boolean mayBegin(int hash) {
    return (((hash & 64) == 0 ? low : high) >>> hash & 1) != 0;
  }

  int count() {
    return count;
  }

  NameField field(int i) {
    return fields[i];
  }

  /** {@link NameField#hash} of a field. */
  int hash(int i) {
    return hashes[i];
  }

  /**
   * Fields in scripts without spaces, which cannot be found word by word, those that count
   * everywhere before those that count only where somebody is addressed, and the longest first; of
   * those with the same text the first counts.
   */
  List<UnspacedField> unspaced() {
    return unspaced;
  }
}

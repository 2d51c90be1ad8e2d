package dev.uncanned.archive;

import com.pff.PSTException;
import com.pff.PSTFile;
import com.pff.PSTMessage;
import com.pff.PSTObject;
import com.pff.PSTRecipient;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * The properties of one item of a data file, read with java-libpst.
 *
 * <p>A subclass of the library's, since its own classes keep most properties to themselves.
 */
final class OutlookItem extends PSTObject implements OutlookProperties {

  /** The library says so where a text lies in a block of its own in a table. */
  private static final String UNREAD = "External string reference!";

  private final PSTMessage message;

  private OutlookItem(PSTFile file, PSTObject object, PSTMessage message)
      throws PSTException, IOException {
    super(file, object.getDescriptorNode());
    this.message = message;
  }

  /** A message of a folder. */
  static OutlookItem of(PSTFile file, PSTMessage message) throws PSTException, IOException {
    return new OutlookItem(file, message, message);
  }

  /** Something that is no message, such as the store itself. */
  static OutlookItem of(PSTFile file, PSTObject object) throws PSTException, IOException {
    return new OutlookItem(file, object, null);
  }

  @Override
  public String text(int id) {
    return known(getStringItem(id));
  }

  private static String known(String text) {
    boolean unread = text == null || text.equals(UNREAD);
    return unread ? null : OutlookProperties.known(text);
  }

  @Override
  public byte[] bytes(int id) {
    byte[] bytes = getBinaryItem(id);
    return bytes == null || bytes.length == 0 ? null : bytes;
  }

  @Override
  public int number(int id, int otherwise) {
    return getIntItem(id, otherwise);
  }

  @Override
  public Instant time(int id) {
    Date date = getDateItem(id);
    return date == null ? null : OutlookTime.usable(date.toInstant());
  }

  @Override
  public List<OutlookPerson> people() throws IOException {
    List<OutlookPerson> people = new ArrayList<>();
    try {
      int count =
          message == null ? 0 : Math.min(message.getNumberOfRecipients(), Budgets.HEADER_PEOPLE);
      for (int i = 0; i < count; i++) {
        people.add(person(message.getRecipient(i)));
      }
    } catch (PSTException broken) {
      throw new IOException("recipients cannot be read");
    }
    return people;
  }

  private static OutlookPerson person(PSTRecipient person) {
    return new OutlookPerson(
        person.getRecipientType(),
        known(person.getDisplayName()),
        known(person.getEmailAddressType()),
        known(person.getEmailAddress()),
        known(person.getSmtpAddress()));
  }

  @Override
  public int attachments() {
    return message == null ? 0 : message.getNumberOfAttachments();
  }
}

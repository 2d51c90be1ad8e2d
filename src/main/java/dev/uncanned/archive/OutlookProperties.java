package dev.uncanned.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * The properties of one item of Outlook, wherever it is stored; named by their MAPI ids.
 *
 * <p>Ids and meanings are those of [MS-OXPROPS]. What an item does not have is null, empty or the
 * given default. Unchecked exceptions mean that the item is damaged.
 */
interface OutlookProperties {

  int MESSAGE_CLASS = 0x001A;
  int SUBJECT = 0x0037;
  int CLIENT_SUBMIT_TIME = 0x0039;
  int SENT_REPRESENTING_NAME = 0x0042;
  int SENT_REPRESENTING_ADDRESS_TYPE = 0x0064;
  int SENT_REPRESENTING_ADDRESS = 0x0065;
  int CONVERSATION_INDEX = 0x0071;
  int RECEIVED_BY_ADDRESS_TYPE = 0x0075;
  int RECEIVED_BY_ADDRESS = 0x0076;
  int TRANSPORT_HEADERS = 0x007D;
  int RECIPIENT_TYPE = 0x0C15;
  int SENDER_NAME = 0x0C1A;
  int SENDER_ADDRESS_TYPE = 0x0C1E;
  int SENDER_ADDRESS = 0x0C1F;
  int DISPLAY_BCC = 0x0E02;
  int DISPLAY_CC = 0x0E03;
  int DISPLAY_TO = 0x0E04;
  int DELIVERY_TIME = 0x0E06;
  int MESSAGE_FLAGS = 0x0E07;
  int BODY = 0x1000;
  int RTF = 0x1009;
  int HTML = 0x1013;
  int INTERNET_MESSAGE_ID = 0x1035;
  int INTERNET_REFERENCES = 0x1039;
  int IN_REPLY_TO = 0x1042;
  int DISPLAY_NAME = 0x3001;
  int ADDRESS_TYPE = 0x3002;
  int ADDRESS = 0x3003;
  int SENT_FOLDER_ENTRY = 0x35E4;
  int SMTP_ADDRESS = 0x39FE;
  int INTERNET_CODE_PAGE = 0x3FDE;
  int MESSAGE_CODE_PAGE = 0x3FFD;
  int SENDER_SMTP_ADDRESS = 0x5D01;
  int SENT_REPRESENTING_SMTP_ADDRESS = 0x5D02;
  int RECEIVED_BY_SMTP_ADDRESS = 0x5D07;

  /** The flag in {@link #MESSAGE_FLAGS} of what was written and not sent. */
  int UNSENT = 0x08;

  /** A text without the zeros that end it in the file; null if it is blank. */
  static String known(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == 0) {
      end--;
    }
    String kept = text.substring(0, end);
    return kept.isBlank() ? null : kept;
  }

  /** A text; null if there is none or it is blank. */
  String text(int id) throws IOException;

  /** Bytes; null if there are none. */
  byte[] bytes(int id) throws IOException;

  /** A number. */
  int number(int id, int otherwise);

  /** A time between 1990 and 2100; null if there is none. */
  Instant time(int id);

  /**
   * Everybody it is addressed to, in order; of more than {@link Budgets#HEADER_PEOPLE} the first.
   */
  List<OutlookPerson> people() throws IOException;

  /** How many files are attached. */
  int attachments() throws IOException;
}

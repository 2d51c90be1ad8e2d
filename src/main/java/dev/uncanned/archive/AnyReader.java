package dev.uncanned.archive;

import java.io.Serializable;
import java.util.function.Consumer;

/** Reads a part of any kind by handing it to the reader of that kind. */
public final class AnyReader implements ArchiveReader, Serializable {

  private static final long serialVersionUID = 1L;

  private final ArchiveConfig config;

  /** A reader of all formats, with the user's own mappings of tables. */
  public AnyReader(ArchiveConfig config) {
    this.config = config;
  }

  /** A reader of all formats that need no configuration. */
  public AnyReader() {
    this(ArchiveConfig.defaults());
  }

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    readerOf(part.kind()).read(part, out);
  }

  private ArchiveReader readerOf(ArchivePart.Kind kind) {
    return switch (kind) {
      case LINKEDIN -> new LinkedInReader();
      case EML, MAILDIR -> new MailReader();
      case EMLX -> new EmlxReader();
      case MBOX -> new MboxReader();
      case OUTLOOK -> new OutlookReader();
      case MSG -> new MsgReader();
      case MAPPED -> new MappedReader(config);
      case SLACK -> new SlackReader();
      case WHATSAPP -> new WhatsAppReader();
      case META -> new MetaReader();
      case X -> new XReader();
      case UNRECOGNISED -> new UnrecognisedReader();
    };
  }
}

package dev.uncanned.archive;

import java.io.Serializable;
import java.util.function.Consumer;

/** Reads a part of any kind by handing it to the reader of that kind. */
public final class AnyReader implements ArchiveReader, Serializable {

  private static final long serialVersionUID = 1L;

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    readerOf(part.kind()).read(part, out);
  }

  private static ArchiveReader readerOf(ArchivePart.Kind kind) {
    return switch (kind) {
      case LINKEDIN_ZIP, LINKEDIN_FOLDER -> new LinkedInReader();
      case EML, MAILDIR -> new MailReader();
      case UNRECOGNISED -> new UnrecognisedReader();
    };
  }
}

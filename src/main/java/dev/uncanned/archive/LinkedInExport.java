package dev.uncanned.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** One reading of one LinkedIn export: who owns it, whom they know, and what was written. */
final class LinkedInExport {

  private final ArchivePart part;
  private final ExportFiles files;
  private final LinkedInKinds kinds;
  private final Consumer<Parsed> out;
  private final Map<LinkedInCsv, List<ExportFile>> sheets = new EnumMap<>(LinkedInCsv.class);
  private final Set<String> inputs = new HashSet<>();
  private final Map<ExportFile, LinkedInDates> dates = new HashMap<>();
  private final Instant exportedAt;
  private final AddressBook book = new AddressBook();
  private final OwnerFiles about = new OwnerFiles();
  private long others;
  private long otherBytes;
  private boolean factsTold;

  LinkedInExport(ArchivePart part, ExportFiles files, LinkedInKinds kinds, Consumer<Parsed> out) {
    this.part = part;
    this.files = files;
    this.kinds = kinds;
    this.out = out;
    this.exportedAt =
        files.files().stream()
            .map(ExportFile::changed)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .orElse(null);
  }

  void read() {
    for (ExportFile file : files.files()) {
      LinkedInCsv kind = LinkedInCsv.ofName(file.base());
      if (kind == null) {
        other(file);
      } else {
        sheets.computeIfAbsent(kind, k -> new ArrayList<>()).add(file);
      }
    }
    each(LinkedInCsv.PROFILE, about::profile);
    each(LinkedInCsv.POSITIONS, about::position);
    each(LinkedInCsv.EMAILS, about::email);
    each(LinkedInCsv.CONNECTIONS, this::connection);
    LinkedInOwner owner = owner();
    claim(owner);
    RecipientList people = new RecipientList(owner, book);
    messages(LinkedInCsv.INVITATIONS, owner, people);
    messages(LinkedInCsv.MESSAGES, owner, people);
    count(new InputTally(id(""), InputFormat.OTHER, otherBytes).addOutOfScope(others));
  }

  private void other(ExportFile file) {
    others++;
    otherBytes += file.size();
  }

  private String id(String name) {
    return ContentHash.shortOf(part.archive_id(), name);
  }

  /** Two files of one name in different folders are two inputs. */
  private String inputId(ExportFile file) {
    String id = id(file.base());
    return inputs.add(id) ? id : id(file.path());
  }

  /** What is done with the records of a file that is no list of messages. */
  private interface Use {
    void of(CsvSheet sheet);
  }

  private void each(LinkedInCsv kind, Use use) {
    for (ExportFile file : sheets.getOrDefault(kind, List.of())) {
      InputTally tally = new InputTally(inputId(file), kind.format(), file.size());
      records(
          file,
          kind,
          tally,
          sheet ->
              ordinal -> {
                use.of(sheet);
                return null;
              });
    }
  }

  private void messages(LinkedInCsv kind, LinkedInOwner owner, RecipientList people) {
    for (ExportFile file : sheets.getOrDefault(kind, List.of())) {
      InputTally tally = new InputTally(inputId(file), kind.format(), file.size());
      records(
          file,
          kind,
          tally,
          sheet ->
              new LinkedInRows(
                      part.archive_id(),
                      tally.inputId(),
                      owner,
                      people,
                      kinds,
                      datesOf(file),
                      sheet,
                      kind)
                  ::message);
    }
  }

  /** Turns the current record of a sheet into a message, or null. */
  private interface Rows {
    RawMessage message(long ordinal);
  }

  /** Makes the reader of a sheet's rows. */
  private interface Opening {
    Rows on(CsvSheet sheet);
  }

  private void records(ExportFile file, LinkedInCsv kind, InputTally tally, Opening opening) {
    try (CsvSheet sheet = CsvSheet.open(() -> files.openUnpacked(file), kind)) {
      if (OddName.isOdd(file.path())) {
        sheet.records().flagAll(QualityFlag.ODD_NAME);
      }
      switch (sheet.head()) {
        case FITS -> rows(file, sheet.records(), tally, opening.on(sheet));
        case INCOMPLETE -> reject(file, tally, 0, Reason.CSV_SCHEMA, sheet.fault());
        case FOREIGN -> {
          other(file);
          return;
        }
        case EMPTY -> {
          // Listed with a count of zero, like a file that holds only its header.
        }
        default -> throw new IllegalStateException("unknown head " + sheet.head());
      }
    } catch (IOException e) {
      UnreadableException why = asUnreadable(file, e);
      long row = tally.seen() == 0 ? 0 : tally.seen() + 1;
      reject(file, tally, row, why.reason(), why.getMessage());
    }
    count(tally);
  }

  private UnreadableException asUnreadable(ExportFile file, IOException e) {
    return files.path(file) == null || e instanceof UnreadableException
        ? ZipExport.unreadable(e)
        : new UnreadableException(Reason.IO_ERROR, "the file cannot be read");
  }

  private void rows(ExportFile file, CsvReader records, InputTally tally, Rows rows)
      throws IOException {
    while (records.next()) {
      if (records.reason() != null) {
        tally.addRejected();
        Rejected rejected = records.rejected(tally.inputId(), tally.seen());
        out.accept(Parsed.of(rejected.in(file.path())));
        continue;
      }
      RawMessage message = rows.message(tally.seen() + 1);
      if (message == null) {
        tally.addOutOfScope(1);
      } else {
        tally.addParsed();
        out.accept(Parsed.of(message));
      }
    }
  }

  private void reject(ExportFile file, InputTally tally, long row, Reason reason, String detail) {
    tally.addRejected();
    Rejected rejected = new Rejected(tally.inputId(), row, -1, -1, reason, detail, null);
    out.accept(Parsed.of(rejected.in(file.path()).sampled(row == 0 ? files.sample(file) : null)));
  }

  private void count(InputTally tally) {
    out.accept(Parsed.of(tally.count(part.archive_id(), exportedAt)));
  }

  private void connection(CsvSheet sheet) {
    CsvReader row = sheet.records();
    String first = OwnerFiles.text(row, sheet.column("first name"));
    String last = OwnerFiles.text(row, sheet.column("last name"));
    book.add(
        new Contact(
            OwnerFiles.joined(first, last),
            ProfileUrl.normalise(row.cell(sheet.column("url"))),
            OwnerFiles.address(row.cell(sheet.column("email address"))),
            first,
            last,
            OwnerFiles.text(row, sheet.column("company")),
            OwnerFiles.text(row, sheet.column("position"))));
  }

  /** The first pass; what it cannot read is reported by the second. */
  private LinkedInOwner owner() {
    OwnerSearch search = new OwnerSearch(about.person());
    RecipientList nobody = new RecipientList(search.found(), book);
    for (LinkedInCsv kind : List.of(LinkedInCsv.INVITATIONS, LinkedInCsv.MESSAGES)) {
      for (ExportFile file : sheets.getOrDefault(kind, List.of())) {
        search(file, kind, search, nobody);
      }
    }
    return search.found();
  }

  private LinkedInDates datesOf(ExportFile file) {
    return dates.computeIfAbsent(file, unseen -> new LinkedInDates());
  }

  private void search(ExportFile file, LinkedInCsv kind, OwnerSearch search, RecipientList nobody) {
    try (CsvSheet sheet = CsvSheet.open(() -> files.openUnpacked(file), kind)) {
      if (sheet.head() != CsvSheet.Head.FITS) {
        return;
      }
      LinkedInRows rows =
          new LinkedInRows(
              part.archive_id(), id(""), search.found(), nobody, kinds, datesOf(file), sheet, kind);
      CsvReader records = sheet.records();
      while (records.next()) {
        if (records.reason() == null) {
          rows.show(search);
        }
      }
    } catch (IOException reportedByNextPass) {
      return;
    }
  }

  private void claim(LinkedInOwner owner) {
    Contact person = owner.person();
    if (person.name() != null || person.url() != null) {
      for (String url : owner.urls()) {
        claim(owner.as(person.name(), url), owner.rows());
      }
      if (owner.urls().isEmpty()) {
        claim(person, owner.rows());
      }
    }
    for (String address : about.addresses()) {
      claim(Contact.of(person.name(), null, address), owner.rows());
    }
  }

  /** Facts go with the first claim only: they are as large as the address book. */
  private OwnerFacts facts() {
    OwnerFacts facts = factsTold ? null : about.facts(book.names());
    factsTold = true;
    return facts;
  }

  private void claim(Contact person, long rows) {
    out.accept(
        Parsed.of(
            new OwnerClaim(part.archive_id(), person, OwnerClaim.Evidence.PROFILE, rows, facts())));
  }
}

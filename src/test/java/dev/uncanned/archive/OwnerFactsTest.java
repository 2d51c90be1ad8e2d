package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerFactsTest {

  @TempDir Path folder;

  private List<OwnerClaim> claims() throws IOException {
    Files.writeString(
        folder.resolve("messages.csv"),
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE"
            + " URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
            + "c,,Olga Owner,https://www.linkedin.com/in/olga,Jo Doe,2025-01-02 03:04:05"
            + " UTC,,Hi,INBOX\n");
    List<String> files =
        Files.list(folder).map(file -> file.getFileName().toString()).sorted().toList();
    ArchivePart part =
        new ArchivePart(
            ArchivePart.Kind.LINKEDIN, "a", "whole", folder.toString(), "", files, 1, 1, 0, -1);
    return ArchiveReaderContract.rowsOf(new LinkedInReader(), part).stream()
        .map(Parsed::owner)
        .filter(Objects::nonNull)
        .toList();
  }

  @Test
  void tellsWhatTheExportSaysOfItsOwnerOnce() throws IOException {
    Files.writeString(
        folder.resolve("Profile.csv"),
        "First Name,Last Name,Maiden Name,Headline,Summary,Industry,Zip Code,Geo Location\n"
            + "Olga,Owner,,Yards | Bees,,Maritime Transportation,1,\"Gdansk, Poland\"\n");
    Files.writeString(
        folder.resolve("Positions.csv"),
        "Company Name,Title,Description,Location,Started On,Finished On\n"
            + "Acme,Seller,,,Aug 2022,\n"
            + "Old Inc,Intern,,,2009,Jan 2012\n"
            + "Old Inc,Clerk,,,2007,2009\n");
    Files.writeString(
        folder.resolve("Connections.csv"),
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            + "Zoe,Zed,https://www.linkedin.com/in/zoe,,X,Y,17 Jun 2021\n"
            + "Jane,Doe,https://www.linkedin.com/in/jane,,X,Y,17 Jun 2021\n");
    Files.writeString(
        folder.resolve("Email Addresses.csv"),
        "Email Address,Confirmed,Primary,Updated On\nolga@example.com,Yes,Yes,x\n");
    List<OwnerClaim> claims = claims();
    assertThat(claims).hasSizeGreaterThan(1);
    assertThat(claims.stream().map(OwnerClaim::facts).filter(Objects::nonNull))
        .containsExactly(
            new OwnerFacts(
                "Yards | Bees",
                "Maritime Transportation",
                "Gdansk, Poland",
                List.of("Acme", "Old Inc"),
                List.of("Seller", "Intern", "Clerk"),
                List.of("Jane Doe", "Zoe Zed")));
  }

  @Test
  void tellsNothingWithoutFiles() throws IOException {
    assertThat(claims()).isNotEmpty().allMatch(claim -> claim.facts() == null);
  }
}

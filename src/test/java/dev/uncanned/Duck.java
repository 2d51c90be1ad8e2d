package dev.uncanned;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads a published generation as an analyst would: with DuckDB, straight from the folder. */
public final class Duck implements AutoCloseable {

  private final Connection connection;

  /** Opens every table below {@code tables} and {@code restricted} under its name. */
  public Duck(Path current) throws SQLException, IOException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    for (String kind : List.of("tables", "restricted")) {
      try (Stream<Path> tables = Files.list(current.resolve(kind));
          Statement statement = connection.createStatement()) {
        for (Path table : tables.toList()) {
          statement.execute(
              "create view "
                  + table.getFileName()
                  + " as select * from read_parquet('"
                  + table
                  + "/*.parquet')");
        }
      }
    }
  }

  /** The rows of a query, cell by cell. */
  public List<List<Object>> rows(String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The one number of a query. */
  public long number(String sql) throws SQLException {
    Object value = rows(sql).get(0).get(0);
    return ((Number) value).longValue();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

package dev.prospector.adapter.store.internal.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.ColonPrefixSqlParser;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;

/**
 * An open database.
 *
 * @param writer gives connections that may write
 * @param reader gives connections for single queries and reading transactions
 * @param closing closes what was opened here; nothing for a host's own connections
 * @param pools of connections that were opened here
 */
public record Database(
    Dialect dialect, Jdbi writer, Jdbi reader, Runnable closing, List<HikariDataSource> pools) {

  /** Shared, since it remembers what it has parsed, and parsing is most of opening a store. */
  private static final SqlParser PARSER = new ColonPrefixSqlParser();

  /** Values are never rendered into messages, as they may be personal. */
  public static Jdbi configured(Jdbi jdbi) {
    jdbi.getConfig(SqlStatements.class)
        .setSqlParser(PARSER)
        .setTemplateEngine((template, context) -> template)
        .setUnusedBindingAllowed(false);
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    return jdbi;
  }
}

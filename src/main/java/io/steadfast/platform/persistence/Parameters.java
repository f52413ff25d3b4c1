package io.steadfast.platform.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sets the parameters of statements that share a round trip with others. */
@FunctionalInterface
public interface Parameters {

    /** None at all. */
    Parameters NONE = (statement, first) -> first;

    /**
     * @param first position to begin at
     * @return the position behind the last one set
     */
    int set(PreparedStatement statement, int first) throws SQLException;
}

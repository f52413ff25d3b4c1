package io.steadfast.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainTableTest {

    @Test
    void what_a_spreadsheet_would_run_is_kept_from_running_and_figures_stay_figures() {
        List<String> hostile =
                List.of("=1+1", "+cmd", "-cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "-12", "a,\"b\"\nc", "会员");
        byte[] table = PlainTable.of(List.of("a", "b", "c", "d", "e", "f", "g", "h"), List.of(hostile));
        assertThat(new String(table, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFa,b,c,d,e,f,g,h\r\n"
                        + "'=1+1,'+cmd,'-cmd|' /C calc'!A0,'@SUM(1),'\t=1,-12,\"a,\"\"b\"\"\nc\",会员\r\n");
    }
}

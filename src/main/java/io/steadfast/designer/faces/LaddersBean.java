package io.steadfast.designer.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ladders of the page console/program: each above the first of its tiers. */
@Named("ladders")
@RequestScoped
public class LaddersBean {
    private static final Pattern FIRST_TIER = Pattern.compile("/tierSets/([0-9]{1,4})/tiers/0");

    @Inject
    private ProgramBean program;

    @Inject
    private GetsBean gets;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats f;

    /** The ladder that a block begins; empty for any other block. */
    public List<Ladder> above(Block block) {
        Matcher first = FIRST_TIER.matcher(block.path());
        if (!first.matches()) {
            return List.of();
        }
        Say say = new Say(program.getDocument(), frame.getLocale());
        return List.of(Ladder.of(say, f, Integer.parseInt(first.group(1)), gets.getExamples()));
    }
}

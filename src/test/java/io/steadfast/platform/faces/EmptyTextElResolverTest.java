package io.steadfast.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.el.BeanELResolver;
import jakarta.el.CompositeELResolver;
import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import org.junit.jupiter.api.Test;

class EmptyTextElResolverTest {

    private final CompositeELResolver all = new CompositeELResolver();
    private final ELContext context = new Context(all);
    private final Form form = new Form();

    {
        all.add(new EmptyTextElResolver());
        all.add(new BeanELResolver());
    }

    @Test
    void what_was_not_chosen_is_an_empty_text_for_a_setter() {
        all.setValue(context, form, "reason", null);
        assertThat(form.getReason()).isEmpty();
        assertThat(context.isPropertyResolved()).isTrue();
    }

    @Test
    void what_was_chosen_and_what_is_no_text_pass_as_they_are() {
        all.setValue(context, form, "reason", "OTHER");
        all.setValue(context, form, "count", 3);
        all.setValue(context, form, "count", null);
        assertThat(form.getReason()).isEqualTo("OTHER");
        assertThat(form.getCount()).isNull();
    }

    /** As beans of pages are: it strips what it gets. */
    public static class Form {
        private String reason = "as it was";
        private Integer count = 1;

        public String getReason() {
            return reason;
        }

        public void setReason(String reason) {
            this.reason = reason.strip();
        }

        public Integer getCount() {
            return count;
        }

        public void setCount(Integer count) {
            this.count = count;
        }
    }

    private static final class Context extends ELContext {
        private final ELResolver resolver;

        Context(ELResolver resolver) {
            this.resolver = resolver;
        }

        @Override
        public ELResolver getELResolver() {
            return resolver;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            throw new UnsupportedOperationException();
        }

        @Override
        public VariableMapper getVariableMapper() {
            throw new UnsupportedOperationException();
        }
    }
}

package io.luxqoe.kpi.catalogue;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.FunctionDictionaryIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameterDefinition;
import com.ezylang.evalex.parser.Token;
import java.util.List;

/** Any function name of any arity, as far as EvalEx goes: which there are, and what they take, is told by the compiler. */
final class AnyFunction implements FunctionIfc {

    /** Knows every name, and takes no other. */
    static final class Dictionary implements FunctionDictionaryIfc {

        private static final FunctionIfc ANY = new AnyFunction();

        @Override
        public void addFunction(String name, FunctionIfc function) {
            throw new UnsupportedOperationException("the functions of formulas are LUX's own");
        }

        @Override
        public boolean hasFunction(String name) {
            return true;
        }

        @Override
        public FunctionIfc getFunction(String name) {
            return ANY;
        }
    }

    @Override
    public List<FunctionParameterDefinition> getFunctionParameterDefinitions() {
        return List.of();
    }

    @Override
    public boolean hasVarArgs() {
        return true;
    }

    @Override
    public void validatePreEvaluation(Token token, EvaluationValue... values) {
        throw new UnsupportedOperationException("formulas are compiled, not evaluated by their parser");
    }

    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values) {
        throw new UnsupportedOperationException("formulas are compiled, not evaluated by their parser");
    }
}

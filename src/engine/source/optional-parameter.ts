// Whether callers may leave an argument out: by a default value, a question mark, or in JSDoc (`[k]`, `{number=}`).
import ts from 'typescript';

export function isOptionalParameter(parameter: ts.ParameterDeclaration): boolean {
  return parameter.initializer !== undefined || parameter.questionToken !== undefined || isOptionalByDoc(parameter);
}

function isOptionalByDoc(parameter: ts.ParameterDeclaration): boolean {
  return ts
    .getJSDocParameterTags(parameter)
    .some((tag) => tag.isBracketed || tag.typeExpression?.type.kind === ts.SyntaxKind.JSDocOptionalType);
}

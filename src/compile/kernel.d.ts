export const kernelCodeFile: URL
export function compileKernel(): Promise<string>

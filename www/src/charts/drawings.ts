export * from './analysis';
export * from './cumulative';
export * from './lateness';
export * from './pace';
export * from './scenario';
export * from './situation';
export * from './two-dso';
export * from './workbench';

// Everything that needs the drawing library is behind this one module, which is loaded when the first chart shows.

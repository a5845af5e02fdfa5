/** A thread that draws figures. */
import { parentPort } from 'node:worker_threads'
import * as drawingCode from '../drawing-code.ts'
import { serveTasks } from './serve.ts'

if (parentPort !== null) serveTasks(parentPort, drawingCode)

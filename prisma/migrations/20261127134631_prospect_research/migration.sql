-- AlterTable
ALTER TABLE "prospect" ADD COLUMN     "research" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "topics" TEXT[] DEFAULT ARRAY[]::TEXT[];
